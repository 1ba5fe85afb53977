package factory.integration.saga.oauth;

import static factory.integration.saga.SettableClock.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TokenClientTests {

  private static final String SECRET = "s3cret+/=";

  private final FakeTokenEndpoint endpoint = new FakeTokenEndpoint();
  private final TokenClient client =
      new TokenClient(endpoint, new SettableClock(), Duration.ofSeconds(10));

  @Test
  void asksWithClientAndSecretInTheForm() {
    endpoint.answers(200, "{\"access_token\":\"t-1\",\"expires_in\":60}");

    IssuedToken token = fetch();

    assertThat(token).isEqualTo(new IssuedToken("t-1", NOON, NOON.plusSeconds(60), null));
    assertThat(endpoint.form())
        .isEqualTo(
            "grant_type=client_credentials&scope=a+b&client_id=client+1"
                + "&client_secret=s3cret%2B%2F%3D");
    assertThat(endpoint.request().headers()).doesNotContainKey("authorization");
    assertThat(endpoint.request().timeout()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void asksWithBasicAuthentication() {
    endpoint.answers(200, "{\"access_token\":\"t-1\"}");

    client.fetch(
        new TokenGrant.ClientCredentials(FakeTokenEndpoint.endpoint(ClientProof.BASIC), "s:1"));

    assertThat(endpoint.request().headers())
        .containsEntry("authorization", "Basic Y2xpZW50KzE6cyUzQTE=");
    assertThat(endpoint.form()).doesNotContain("client_secret");
  }

  @Test
  void tradesARefreshToken() {
    endpoint.answers(
        200, "{\"access_token\":\"t-1\",\"token_type\":\"Bearer\",\"refresh_token\":\"r-2\"}");

    IssuedToken token =
        client.fetch(new TokenGrant.RefreshToken(FakeTokenEndpoint.ENDPOINT, null, "r-1"));

    assertThat(token.refreshToken()).isEqualTo("r-2");
    assertThat(endpoint.form())
        .isEqualTo("grant_type=refresh_token&refresh_token=r-1&scope=a+b&client_id=client+1");
  }

  @Test
  void tellsWhatTheEndpointRefusesWithoutItsText() {
    endpoint.answers(401, "{\"error\":\"invalid_client\",\"error_description\":\"not s3cret+/=\"}");

    TokenRefused refused = refusal();

    assertThat(refused.isRetriable()).isFalse();
    assertThat(refused.sentence()).isEqualTo("the token endpoint answered 401 (invalid_client)");
  }

  @Test
  void callsAnEndpointThatIsDownAgain() {
    endpoint.answers(503, "<html>");
    assertThat(refusal().isRetriable()).isTrue();
    endpoint.answers(new TokenAnswer.Failed("no answer within 10 s"));
    assertThat(refusal().sentence()).isNotEmpty();
    assertThat(refusal().isRetriable()).isTrue();
  }

  @Test
  void refusesAnAnswerThatIsTooLong() {
    endpoint.answers(new TokenAnswer.Answered(200, new byte[64 * 1024], true));
    TokenRefused refused = refusal();
    assertThat(refused.isRetriable()).isTrue();
    assertThat(refused.sentence()).isEqualTo("the token endpoint answered more than 64 KiB");
  }

  @Test
  void refusesATokenThatNoHeaderCouldHold() {
    endpoint.answers(200, "{\"access_token\":\"" + "x".repeat(20_000) + "\"}");
    assertThat(refusal().sentence()).contains("without a usable access_token");
    endpoint.answers(200, "{\"access_token\":\"a\\r\\nb\"}");
    assertThat(refusal().sentence()).contains("without a usable access_token");
    endpoint.answers(200, "no json");
    assertThat(refusal().sentence()).contains("without a usable access_token");
  }

  @Test
  void showsNoSecretInWhatItHandsAround() {
    endpoint.answers(200, "{\"access_token\":\"t-1\",\"refresh_token\":\"r-1\"}");
    IssuedToken token = fetch();
    assertThat(token + " " + endpoint.request() + " " + grant())
        .doesNotContain("t-1", "r-1", "s3cret");
  }

  private static TokenGrant grant() {
    return new TokenGrant.ClientCredentials(FakeTokenEndpoint.ENDPOINT, SECRET);
  }

  private IssuedToken fetch() {
    return client.fetch(grant());
  }

  private TokenRefused refusal() {
    return catchThrowableOfType(TokenRefused.class, this::fetch);
  }
}
