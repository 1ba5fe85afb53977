package factory.integration.gateway.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryDeliveries;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class DeadLetterApiTests {

  private static final String ONE = "/v1/dead-letters/" + MemoryDeliveries.FAILURE;

  @Autowired Api api;
  @Autowired MemoryDeliveries deliveries;

  @Test
  void translatesAFilter() {
    Answer answer =
        api.post(
            "/v1/dead-letters/filter",
            "{\"subscriptionId\":\"sub-1\",\"eventType\":\"order.created\",\"limit\":3}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(answer.at("/items/0/reason")).isEqualTo("retriesExhausted");
    assertThat(deliveries.lastDeadLetterFilter())
        .isEqualTo(
            new FindDeadLetters(
                TenantId.DEFAULT,
                new SubscriptionId("sub-1"),
                new EventType("orderCreated"),
                null,
                null,
                3,
                null));
  }

  @Test
  void findsNothingUnderWhatIsNoId() {
    assertThat(api.post("/v1/dead-letters/filter", "{\"subscriptionId\":\"$ne\"}").text())
        .isEqualTo("{\"items\":[],\"nextCursor\":null}");
  }

  @Test
  void refusesWhatIsNoFilter() {
    assertThat(api.post("/v1/dead-letters/filter", "{\"from\":\"x\"}").status()).isEqualTo(422);
    assertThat(api.post("/v1/dead-letters/filter", "{\"ownerId\":\"x\"}").status()).isEqualTo(422);
  }

  @Test
  void showsOneToItsTenantOnly() {
    assertThat(api.get(ONE).at("/failureId")).isEqualTo(MemoryDeliveries.FAILURE.value());
    assertThat(api.get(ONE, "X-Tenant-Id", "else").status()).isEqualTo(404);
    assertThat(api.get("/v1/dead-letters/fail-x").status()).isEqualTo(404);
    assertThat(api.get("/v1/dead-letters/x").status()).isEqualTo(404);
    assertThat(api.post("/v1/dead-letters/filter", "{}", "X-Tenant-Id", "else").at("/items/0"))
        .isEmpty();
  }
}
