package factory.integration.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryParkedEvents;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class ParkedEventApiTests {

  private static final String PARKED = "/v1/admin/processors/event-log/parked-events";

  @Autowired Api api;
  @Autowired MemoryParkedEvents events;

  @Test
  void showsWhatCouldNotBeHandled() {
    events.park("evt-1");
    Answer answer = api.get(PARKED);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("items").findValuesAsString("sequence")).contains("evt-1");
  }

  @Test
  void handlesItAgain() {
    events.park("evt-2");
    assertThat(api.post(PARKED + "/evt-2/retry", "").json().path("handled").asBoolean()).isTrue();
    assertThat(api.post(PARKED + "/evt-2/retry", "").status()).isEqualTo(404);
  }

  @Test
  void tellsWhyItFailedAgain() {
    events.park("broken");
    Answer answer = api.post(PARKED + "/broken/retry", "");
    assertThat(answer.json().path("handled").asBoolean()).isFalse();
    assertThat(answer.at("/failed/reason")).isEqualTo("it broke");
  }

  @Test
  void dropsTheFirstOrAll() {
    events.park("evt-3");
    assertThat(api.delete(PARKED + "/evt-3").status()).isEqualTo(204);
    assertThat(api.delete(PARKED + "/evt-3?all=true").status()).isEqualTo(204);
    assertThat(api.delete(PARKED + "/evt-3").status()).isEqualTo(404);
  }

  @Test
  void knowsNoOtherProcessor() {
    assertThat(api.get("/v1/admin/processors/other/parked-events").status()).isEqualTo(404);
  }
}
