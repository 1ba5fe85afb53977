package factory.integration.app.api;

import static factory.integration.app.api.Tenant.order;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PlatformTest
class OrderedDeliveryIT {

  private final Sink sink;
  private final Tenant tenant;

  OrderedDeliveryIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @Test
  void holdsTheNextUntilTheFirstSucceeds() {
    Endpoint endpoint = sink.endpoint().first(500, 500);
    subscribe(endpoint, "strict", List.of(1, 0));
    assertOrder(endpoint, List.of(lane("a", 1), lane("a", 1), lane("a", 1), lane("a", 2)), 2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fifo", "strict"})
  void sendsOneAfterTheOther(String ordering) {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint endpoint = sink.endpoint().firstHeld(200, gate);
    subscribe(endpoint, ordering, List.of());
    publish("a", 1);
    endpoint.await(1);
    String second = publish("a", 2);
    publish("a", 3);
    tenant.awaitAttempt(second, "scheduled");
    assertThat(endpoint.calls()).hasSize(1);
    gate.countDown();
    assertThat(endpoint.await(3))
        .extracting(OrderedDeliveryIT::sent)
        .containsExactly(lane("a", 1), lane("a", 2), lane("a", 3));
  }

  @Test
  void letsAFailedOneStepAsideWhereTheNextMayPass() {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint endpoint = sink.endpoint().firstHeld(500, gate);
    subscribe(endpoint, "fifo", List.of(1));
    publish("a", 1);
    endpoint.await(1);
    tenant.awaitAttempt(publish("a", 2), "scheduled");
    gate.countDown();
    assertThat(endpoint.await(3))
        .extracting(OrderedDeliveryIT::sent)
        .containsExactly(lane("a", 1), lane("a", 2), lane("a", 1));
  }

  @Test
  void movesOnAfterADeadLetter() {
    Endpoint endpoint = sink.endpoint().first(400);
    subscribe(endpoint, "strict", List.of());
    assertOrder(endpoint, List.of(lane("a", 1), lane("a", 2), lane("a", 3)), 3);
  }

  @Test
  void letsOtherLanesPass() {
    CountDownLatch gate = new CountDownLatch(1);
    Endpoint endpoint = sink.endpoint().firstHeld(200, gate);
    subscribe(endpoint, "strict", List.of());
    publish("a", 1);
    endpoint.await(1);
    publish("a", 2);
    publish("b", 1);
    publish("b", 2);
    assertThat(endpoint.await(3))
        .extracting(OrderedDeliveryIT::sent)
        .containsExactly(lane("a", 1), lane("b", 1), lane("b", 2));
    gate.countDown();
    assertThat(endpoint.await(4).getLast())
        .extracting(OrderedDeliveryIT::sent)
        .isEqualTo(lane("a", 2));
  }

  private void assertOrder(Endpoint endpoint, List<String> expected, int events) {
    for (int i = 1; i <= events; i++) {
      publish("a", i);
    }
    assertThat(endpoint.await(expected.size()))
        .extracting(OrderedDeliveryIT::sent)
        .containsExactlyElementsOf(expected);
  }

  private void subscribe(Endpoint endpoint, String ordering, List<Integer> delaysSeconds) {
    Map<String, Object> settings = new HashMap<>(Tenant.retrying(delaysSeconds));
    settings.put("ordering", ordering);
    tenant.subscribe(endpoint, settings);
  }

  private String publish(String key, int number) {
    Map<String, Object> event = order(lane(key, number));
    event.put("orderingKey", key);
    return tenant.publish(event);
  }

  private static String lane(String key, int number) {
    return key + "-" + number;
  }

  private static String sent(Call call) {
    return call.json().path("data").path("id").asString();
  }
}
