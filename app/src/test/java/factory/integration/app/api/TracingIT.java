package factory.integration.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TraceParent;
import factory.integration.app.api.TraceCollector.Received;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** One trace from the publisher over acceptance, fan-out and call to the published fact. */
@PlatformTest
@DirtiesContext
class TracingIT {

  private static final TraceCollector COLLECTOR = new TraceCollector();
  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PUBLISHER = "b7ad6b7169203331";

  private final Sink sink;
  private final Platform platform;
  private final BusSender bus;
  private final Tenant tenant;

  TracingIT(Sink sink, Platform platform, BusSender bus) {
    this.bus = bus;
    this.sink = sink;
    this.platform = platform;
    this.tenant = platform.tenant();
  }

  @DynamicPropertySource
  static void export(DynamicPropertyRegistry properties) {
    properties.add("platform.tracing.endpoint", COLLECTOR::endpoint);
  }

  @AfterAll
  static void close() {
    COLLECTOR.close();
  }

  @Test
  void spansTheWholeWay() throws Exception {
    Endpoint endpoint = sink.endpoint().first(503);
    tenant.subscribe(endpoint, List.of(1));
    publish("00-" + TRACE + "-" + PUBLISHER + "-01");
    List<Call> calls = endpoint.await(2);
    Map<String, Received> spans =
        Tenant.until(() -> COLLECTOR.spansOf(TRACE), found -> found.size() == 5).stream()
            .collect(Collectors.toMap(Received::spanId, Function.identity()));
    Received accepted = only(spans, 2);
    Received routed = only(spans, 5);
    Received published = only(spans, 4);
    assertThat(accepted.parentId()).isEqualTo(PUBLISHER);
    assertThat(routed.parentId()).isEqualTo(accepted.spanId());
    assertThat(calls)
        .map(call -> TraceParent.parse(call.header("traceparent")).orElseThrow())
        .allSatisfy(
            seen -> {
              assertThat(seen.traceId()).isEqualTo(TRACE);
              assertThat(spans.get(seen.spanId()).kind()).isEqualTo(3);
              assertThat(spans.get(seen.spanId()).parentId()).isEqualTo(routed.spanId());
            })
        .last()
        .satisfies(last -> assertThat(published.parentId()).isEqualTo(last.spanId()));
    assertThat(spans.values())
        .extracting(Received::name)
        .containsExactlyInAnyOrder(
            "accept orderCreated",
            "route orderCreated",
            "POST orderCreated",
            "POST orderCreated",
            "publish WebhookDelivered");
  }

  @Test
  void goesOnFromAMessage() throws Exception {
    Endpoint endpoint = sink.endpoint();
    tenant.subscribe(endpoint);
    String trace = "5af7651916cd43dd8448eb211c80319d";
    bus.send(
        ApiClient.json(Tenant.order("o-2")),
        Map.of(
            "cs-tenant-id", tenant.id(), "traceparent", "00-" + trace + "-" + PUBLISHER + "-01"));
    Call call = endpoint.await(1).getFirst();
    Map<String, Received> spans =
        Tenant.until(() -> COLLECTOR.spansOf(trace), found -> found.size() == 4).stream()
            .collect(Collectors.toMap(Received::spanId, Function.identity()));
    TraceParent seen = TraceParent.parse(call.header("traceparent")).orElseThrow();
    Received routed = only(spans, 5);
    assertThat(seen.traceId()).isEqualTo(trace);
    assertThat(only(spans, 4).parentId()).isEqualTo(seen.spanId());
    assertThat(spans.get(seen.spanId()).parentId()).isEqualTo(routed.spanId());
    assertThat(spans.get(routed.parentId()).parentId()).isEqualTo(PUBLISHER);
  }

  private static Received only(Map<String, Received> spans, long kind) {
    return spans.values().stream().filter(it -> it.kind() == kind).findAny().orElseThrow();
  }

  private void publish(String traceparent) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + platform.port() + "/v1/events"))
            .header("authorization", "Bearer " + Platform.ADMIN_KEY)
            .header("x-tenant-id", tenant.id())
            .header("content-type", "application/json")
            .header("traceparent", traceparent)
            .POST(HttpRequest.BodyPublishers.ofString(ApiClient.json(Tenant.order("o-1"))))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
          .isEqualTo(202);
    }
  }
}
