package factory.integration.gateway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import factory.integration.gateway.fixture.GatewayTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@GatewayTest
class AdminApiTests {

  private static final String REBUILD = "/v1/admin/projections/event-log/rebuild";

  @Autowired Api api;

  @Test
  void showsHowFarProcessorsAre() {
    Answer answer = api.get("/v1/admin/processors");
    assertThat(answer.at("/items/0/name")).isEqualTo("event-log");
    assertThat(answer.json().at("/items/0/lag").asInt()).isEqualTo(2);
    assertThat(answer.json().at("/items/0/segments/0/position").asInt()).isEqualTo(7);
  }

  @Test
  void startsARebuildAndShowsItsProgress() {
    Answer started = api.post(REBUILD, "");
    assertThat(started.status()).isEqualTo(202);
    assertThat(started.json().path("running").asBoolean()).isTrue();
    assertThat(api.get(REBUILD).json().path("target").asInt()).isEqualTo(9);
  }

  @Test
  void knowsNoOtherProjection() {
    String other = "/v1/admin/projections/other/rebuild";
    assertThat(api.post(other, "").status()).isEqualTo(404);
    assertThat(api.get(other).status()).isEqualTo(404);
  }
}
