package factory.integration.gateway.eventtype;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class EventTypeApiTests {

  @Autowired Api api;

  @Test
  void showsTheBuiltInTypesWithSchemaAndExample() {
    Answer answer = api.get("/v1/event-types");
    assertThat(answer.json().path("items").size()).isEqualTo(20);
    assertThat(answer.text()).contains("\"orderCreated\"", "\"order.created\"");
    assertThat(answer.json().at("/items/0/schema").isObject()).isTrue();
    assertThat(answer.json().at("/items/0/example").isObject()).isTrue();
  }
}
