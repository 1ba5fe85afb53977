package factory.integration.gateway.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class EventLogApiTests {

  @Autowired Api api;
  @Autowired MemoryEvents events;

  @Test
  void showsAnEventWithItsDataAsItCame() {
    String data = "{\"b\": 1.0,  \"a\":1E2}";
    String body = "{\"eventType\":\"logged\",\"data\":" + data + "}";
    Answer answer = api.get("/v1/events/" + api.post("/v1/events", body).at("/eventId"));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text())
        .contains(
            "\"data\":" + data,
            "\"eventType\":\"logged\"",
            "\"routing\":[]",
            "\"deliveries\":[]",
            "\"receivedAt\":\"2026-");
  }

  @Test
  void translatesASearch() {
    Answer answer =
        api.post(
            "/v1/events/search",
            """
            {"eventType":"order.created","ownerId":"o","idempotencyKey":"k","text":"two words",
             "from":"2026-06-11T00:00:00Z","to":"2026-06-12T00:00:00Z","limit":7,"cursor":"c"}
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    FindSourceEvents query = events.lastSearch();
    assertThat(query)
        .usingRecursiveComparison()
        .ignoringFields("tenant")
        .isEqualTo(
            new FindSourceEvents(
                query.tenant(),
                new EventType("orderCreated"),
                "o",
                "k",
                "two words",
                Instant.parse("2026-06-11T00:00:00Z"),
                Instant.parse("2026-06-12T00:00:00Z"),
                7,
                "c"));
    assertThat(answer.json().path("items").isArray()).isTrue();
    assertThat(answer.json().has("nextCursor")).isTrue();
  }

  @Test
  void asksForFiftyUnlessTold() {
    api.post("/v1/events/search", "{}");
    assertThat(events.lastSearch().limit()).isEqualTo(50);
    assertThat(events.lastSearch().eventType()).isNull();
  }

  @Test
  void findsNothingUnderWhatIsNoEventType() {
    Answer answer = api.post("/v1/events/search", "{\"eventType\":\"$where: 1\"}");
    assertThat(answer.text()).isEqualTo("{\"items\":[],\"nextCursor\":null}");
  }

  @Test
  void takesOperatorsAsText() {
    api.post("/v1/events/search", "{\"ownerId\":\"{\\\"$ne\\\":1}\",\"text\":\"a.b.c(.*)*\"}");
    assertThat(events.lastSearch().ownerId()).isEqualTo("{\"$ne\":1}");
    assertThat(events.lastSearch().text()).isEqualTo("a.b.c(.*)*");
  }

  @Test
  void keepsTenantsApart() {
    String id = api.post("/v1/events", "{\"eventType\":\"mine\",\"data\":{}}").at("/eventId");
    Answer theirs = api.get("/v1/events/" + id, "X-Tenant-Id", "else");
    assertThat(theirs.status()).isEqualTo(404);
    assertThat(theirs.text())
        .isEqualTo(api.get("/v1/events/evt-missing", "X-Tenant-Id", "else").text());
    assertThat(api.post("/v1/events/search", "{}", "X-Tenant-Id", "else").text())
        .doesNotContain(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "sub-a", "evt-a.b", "$where", "search"})
  void knowsNoOtherIds(String id) {
    assertThat(api.get("/v1/events/" + id).status()).isEqualTo(404);
  }
}
