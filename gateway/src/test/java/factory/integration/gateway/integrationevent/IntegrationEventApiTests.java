package factory.integration.gateway.integrationevent;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryDeliveries;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class IntegrationEventApiTests {

  private static final String PATH = "/v1/integrations/events";
  private static final String ATTEMPT = PATH + "/" + MemoryDeliveries.DELIVERY + "-1";

  @Autowired Api api;
  @Autowired MemoryDeliveries deliveries;

  @Test
  void translatesAFilter() {
    Answer answer =
        api.post(
            PATH + "/filter",
            """
            {"integrationId":"sub-1","subscriptionId":"sub-1","eventId":"evt-1",
             "eventType":"order.created","ownerId":"o","status":"failed","currentOnly":true,
             "from":"2026-06-11T00:00:00Z","to":"2026-06-12T00:00:00Z","text":"t","limit":250,
             "cursor":"c"}
            """);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    assertThat(deliveries.lastFilter())
        .isEqualTo(
            new FindIntegrationEvents(
                TenantId.DEFAULT,
                "sub-1",
                new EventId("evt-1"),
                new EventType("orderCreated"),
                "o",
                IntegrationEventStatus.FAILED,
                true,
                Instant.parse("2026-06-11T00:00:00Z"),
                Instant.parse("2026-06-12T00:00:00Z"),
                "t",
                250,
                "c"));
    assertThat(answer.at("/nextCursor")).isEqualTo("next");
  }

  @Test
  void takesEitherNameOfTheSubscription() {
    api.post(PATH + "/filter", "{\"subscriptionId\":\"sub-2\"}");
    assertThat(deliveries.lastFilter().integrationId()).isEqualTo("sub-2");
    api.post(PATH + "/filter", "{\"integrationId\":\"https://example.com/a\"}");
    assertThat(deliveries.lastFilter().integrationId()).isEqualTo("https://example.com/a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"subscriptionId\":\"sub-1\",\"integrationId\":\"sub-2\"}",
        "{\"eventId\":\"no id\"}",
        "{\"eventType\":\"$where\"}"
      })
  void findsNothingUnderTheImpossible(String filter) {
    assertThat(api.post(PATH + "/filter", filter).text())
        .isEqualTo("{\"items\":[],\"nextCursor\":null}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"status":"lost"}            | status
          {"status":{"$ne":"failed"}}  | status
          {"status":3}                 | status
          {"currentOnly":"yes"}        | currentOnly
          {"integrationId":{"$gt":""}} | integrationId
          {"limit":251}                | limit
          {"to":"later"}               | to
          {"nope":true}                | nope
          """)
  void namesWhatIsWrong(String filter, String field) {
    Answer answer = api.post(PATH + "/filter", filter);
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.at("/errors/0/field")).isEqualTo(field);
  }

  @Test
  void namesTheStatusesThatThereAre() {
    assertThat(api.post(PATH + "/filter", "{\"status\":\"lost\"}").at("/errors/0/message"))
        .contains("queued", "processing", "success", "failed", "cancelled");
  }

  @Test
  void showsAnAttemptWithEveryField() {
    Answer answer = api.get(ATTEMPT);
    assertThat(answer.status()).isEqualTo(200);
    for (String field :
        new String[] {
          "id",
          "integrationId",
          "deliveryId",
          "eventId",
          "eventType",
          "direction",
          "status",
          "deliveryStatus",
          "attempt",
          "isCurrentAttempt",
          "resubmittedFromEventId",
          "resubmitEnabled",
          "forceStop",
          "deadLetterReason",
          "failureCategory",
          "nextAttemptAt",
          "createdAt",
          "startedAt",
          "completedAt",
          "communicationLogs"
        }) {
      assertThat(answer.json().has(field)).as(field).isTrue();
    }
    assertThat(answer.at("/status")).isEqualTo("failed");
  }

  @Test
  void cancelsOnce() {
    deliveries.start();
    Answer answer = api.post(ATTEMPT + "/cancel", "");
    assertThat(answer.status()).isEqualTo(202);
    assertThat(answer.at("/deliveryId")).isEqualTo(MemoryDeliveries.DELIVERY.value());
    assertThat(api.post(ATTEMPT + "/cancel", "").status()).isEqualTo(409);
  }

  @Test
  void showsADelivery() {
    Answer answer = api.get("/v1/webhooks/deliveries/" + MemoryDeliveries.DELIVERY);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("integrationEvents").size()).isEqualTo(1);
  }

  @Test
  void keepsTenantsApart() {
    deliveries.start();
    for (String path :
        new String[] {ATTEMPT, "/v1/webhooks/deliveries/" + MemoryDeliveries.DELIVERY}) {
      assertThat(api.get(path, "X-Tenant-Id", "else").status()).isEqualTo(404);
    }
    assertThat(api.post(ATTEMPT + "/cancel", "", "X-Tenant-Id", "else").status()).isEqualTo(404);
    assertThat(api.post(PATH + "/filter", "{}", "X-Tenant-Id", "else").at("/items/0/id")).isEmpty();
    assertThat(api.post(ATTEMPT + "/cancel", "").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"dlv-a", "evt-a", "dlv-a-1", "dlv-a-x", "dlv-a-1.2", "$where"})
  void knowsNoOtherIds(String id) {
    assertThat(api.get(PATH + "/" + id).status()).isEqualTo(404);
    assertThat(api.post(PATH + "/" + id + "/cancel", "").status()).isEqualTo(404);
    assertThat(api.get("/v1/webhooks/deliveries/" + id).status()).isEqualTo(404);
  }
}
