package factory.integration.gateway.event;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.CountingPace;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryEvents;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BatchApiTests {

  @Autowired Api api;
  @Autowired MemoryEvents events;
  @Autowired CountingPace pace;

  private static String event(String type, String more) {
    return "{\"eventType\":\"" + type + "\",\"data\":{}" + more + "}";
  }

  @Test
  void takesManyInOrderAndInOneUnitOfWork() {
    String items =
        IntStream.range(0, 500)
            .mapToObj(i -> event("batch" + i, ""))
            .collect(Collectors.joining(","));
    Answer answer = api.post("/v1/events/batch", "[" + items + "]");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().path("items").size()).isEqualTo(500);
    List<MemoryEvents.Published> taken =
        events.published().stream()
            .filter(event -> event.command().eventType().value().startsWith("batch"))
            .toList();
    assertThat(taken)
        .extracting(event -> event.command().eventType().value())
        .containsExactlyElementsOf(IntStream.range(0, 500).mapToObj(i -> "batch" + i).toList());
    assertThat(taken)
        .extracting(MemoryEvents.Published::unitOfWork)
        .containsOnly(taken.get(0).unitOfWork());
    assertThat(answer.at("/items/499/eventId"))
        .isEqualTo(taken.getLast().command().eventId().value());
  }

  @Test
  void answersEachItemForItself() {
    String items =
        String.join(
            ",",
            event("mixed", ",\"idempotencyKey\":\"m\""),
            event("mixed", ",\"nope\":1"),
            "7",
            event("mixed", ",\"idempotencyKey\":\"m\""),
            event("mixed", "").replace("{}", "{\"other\":1}"));
    Answer answer = api.post("/v1/events/batch", "{\"items\":[" + items + "]}");
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    assertThat(answer.json().at("/items/0/duplicate").asBoolean()).isFalse();
    assertThat(answer.json().at("/items/1/error/status").asInt()).isEqualTo(422);
    assertThat(answer.at("/items/1/error/errors/0/field")).isEqualTo("nope");
    assertThat(answer.json().at("/items/2/error/status").asInt()).isEqualTo(400);
    assertThat(answer.json().at("/items/3/duplicate").asBoolean()).isTrue();
    assertThat(answer.at("/items/3/eventId")).isEqualTo(answer.at("/items/0/eventId"));
    assertThat(answer.at("/items/4/eventId")).startsWith("evt-");
  }

  @Test
  void refusesAConflictingKeyAlone() {
    String conflict = event("c", ",\"idempotencyKey\":\"c\"").replace("{}", "{\"other\":1}");
    String items = event("c", ",\"idempotencyKey\":\"c\"") + "," + conflict + "," + event("c", "");
    Answer answer = api.post("/v1/events/batch", "[" + items + "]");
    assertThat(answer.json().at("/items/1/error/status").asInt()).isEqualTo(409);
    assertThat(answer.at("/items/0/eventId")).startsWith("evt-");
    assertThat(answer.at("/items/2/eventId")).startsWith("evt-");
  }

  @Test
  void publishesOneByOneAfterALostRace() {
    events.failNextCommit(new ConcurrencyException("another node was faster"));
    Answer answer = api.post("/v1/events/batch", "[" + event("r", "") + "," + event("r", "") + "]");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("/items/0/eventId")).startsWith("evt-");
    assertThat(answer.at("/items/1/eventId")).startsWith("evt-");
  }

  @Test
  void acceptsNothingWhileTheStoreIsDown() {
    events.failNextCommit(new StoreUnavailable("down for a test"));
    Answer answer = api.post("/v1/events/batch", "[" + event("d", "") + "]");
    assertThat(answer.status()).isEqualTo(503);
    assertThat(events.published())
        .noneMatch(event -> event.command().eventType().value().equals("d"));
  }

  @Test
  void refusesTooManyAndNone() {
    String many = "[" + "{},".repeat(500) + "{}]";
    assertThat(api.post("/v1/events/batch", many).status()).isEqualTo(422);
    assertThat(api.post("/v1/events/batch", "[]").status()).isEqualTo(422);
    assertThat(api.post("/v1/events/batch", "[{]").status()).isEqualTo(400);
  }

  @Test
  void keepsTheSamePaceAsSingleEvents() {
    int before = pace.asked();
    api.post("/v1/events", event("paced", ""));
    api.post("/v1/events/batch", "[" + event("paced", "") + "]");
    assertThat(pace.asked() - before).isEqualTo(2);
  }
}
