package factory.integration.gateway.busletter;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import factory.integration.gateway.fixture.MemoryBusDeadLetters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class BusDeadLetterApiTests {

  private static final String LETTERS = "/v1/admin/bus/dead-letters";

  @Autowired Api api;
  @Autowired MemoryBusDeadLetters letters;

  @BeforeEach
  void put() {
    letters.put("bus-a", "bus-b", "bus-c");
  }

  @Test
  void listsPartByPart() {
    Answer first = api.get(LETTERS + "?limit=2");
    assertThat(first.json().path("items")).hasSize(2);
    assertThat(first.at("/items/0/reason")).isEqualTo("Invalid");
    Answer second = api.get(LETTERS + "?limit=2&cursor=" + first.at("/nextCursor"));
    assertThat(second.at("/items/0/id")).isEqualTo("bus-c");
    assertThat(second.json().path("nextCursor").isNull()).isTrue();
  }

  @Test
  void refusesACursorOfItsOwnMaking() {
    assertThat(api.get(LETTERS + "?cursor=-1").status()).isEqualTo(422);
    assertThat(api.get(LETTERS + "?limit=0").status()).isEqualTo(422);
  }

  @Test
  void showsRedrivesAndDropsOne() {
    assertThat(api.get(LETTERS + "/bus-b").at("/description")).isEqualTo("wrong");
    assertThat(api.post(LETTERS + "/bus-b/redrive", "").status()).isEqualTo(202);
    assertThat(letters.redriven()).containsExactly("bus-b");
    assertThat(api.delete(LETTERS + "/bus-a").status()).isEqualTo(204);
    assertThat(api.get(LETTERS).json().path("items")).hasSize(1);
  }

  @Test
  void knowsNoOther() {
    assertThat(api.get(LETTERS + "/bus-x").status()).isEqualTo(404);
    assertThat(api.post(LETTERS + "/bus-x/redrive", "").status()).isEqualTo(404);
    assertThat(api.delete(LETTERS + "/bus-x").status()).isEqualTo(404);
  }

  @Test
  void isForOperatorsOnly() {
    String[] key = api.keyOf("default", "[\"events.read\",\"events.publish\"]");
    assertThat(api.get(LETTERS, key).status()).isEqualTo(403);
  }
}
