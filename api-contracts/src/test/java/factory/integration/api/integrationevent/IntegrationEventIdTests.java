package factory.integration.api.integrationevent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.delivery.DeliveryId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class IntegrationEventIdTests {

  @Test
  void joinsDeliveryAndAttempt() {
    IntegrationEventId id = IntegrationEventId.of(DeliveryId.of("01jxk3v7a8"), 12);

    assertThat(id).hasToString("dlv-01jxk3v7a8-12");
    assertThat(id.workId()).isEqualTo(DeliveryId.of("01jxk3v7a8"));
  }

  @Test
  void isABareStringInJson() {
    JsonMapper mapper = JsonMapper.builder().build();
    IntegrationEventId id = new IntegrationEventId("dlv-01jxk3v7a8-1");

    assertThat(mapper.writeValueAsString(id)).isEqualTo("\"dlv-01jxk3v7a8-1\"");
    assertThat(mapper.readValue("\"dlv-01jxk3v7a8-1\"", IntegrationEventId.class)).isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "dlv-01jxk3v7a8", "dlv-01jxk3v7a8-", "dlv--1", "evt-1-1", "dlv-A-1"})
  void refusesWhatIsNone(String value) {
    assertThatThrownBy(() -> new IntegrationEventId(value))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
