package factory.integration.saga.credential;

import static factory.integration.saga.credential.CredentialDesk.FIRST;
import static factory.integration.saga.credential.CredentialDesk.ID;
import static factory.integration.saga.credential.CredentialDesk.TENANT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.RecordRefreshToken;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.oauth.FakeTokenEndpoint;
import factory.integration.saga.oauth.TokenAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VaultCredentialSourceTests {

  private static final byte[] BODY = "Hi There".getBytes(StandardCharsets.UTF_8);
  private static final SecretRef CANDIDATE = new SecretRef("sec-01jxd3v9k2-2-1", 1);
  private static final RotationMethod SUPPLIED = new RotationMethod.Supplied();
  private static final CredentialScheme REFRESH =
      new CredentialScheme.OAuth2RefreshToken(FakeTokenEndpoint.ENDPOINT, null);

  private final CredentialDesk desk = new CredentialDesk();

  @Test
  void sendsAnApiKey() {
    desk.register(new CredentialScheme.ApiKey("X-Api-Key", "Key "), SUPPLIED, "k-1");
    assertThat(headers()).isEqualTo(Map.of("x-api-key", "Key k-1"));
    assertThat(resolve().secrets()).containsExactly("k-1");
    assertThat(resolve().toString()).doesNotContain("k-1");
  }

  @Test
  void sendsBasicAndBearer() {
    desk.register(new CredentialScheme.Basic("erp"), SUPPLIED, "pw");
    assertThat(headers()).isEqualTo(Map.of("authorization", "Basic ZXJwOnB3"));

    CredentialDesk other = new CredentialDesk();
    other.register(new CredentialScheme.Bearer(), SUPPLIED, "t-1");
    assertThat(other.source.resolve(TENANT, ID, BODY).headers())
        .isEqualTo(Map.of("authorization", "Bearer t-1"));
  }

  /** Test case 1 of RFC 4231, its key as text. */
  @Test
  void signsTheBodyWithBothVersionsWhileTheyOverlap() {
    desk.register(
        new CredentialScheme.Hmac("X-Sig", HmacAlgorithm.SHA256), SUPPLIED, "\u000b".repeat(20));
    String first = "sha256=b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7";
    assertThat(headers()).isEqualTo(Map.of("x-sig", first));

    rotate("other");
    assertThat(headers()).containsOnlyKeys("x-sig", "x-sig-previous");
    assertThat(headers()).containsEntry("x-sig-previous", first);
    assertThat(headers().get("x-sig")).isNotEqualTo(first);

    desk.give(new CredentialVersionRetired(ID, 1, FIRST));
    later();
    assertThat(headers()).containsOnlyKeys("x-sig").doesNotContainValue(first);
  }

  @Test
  void tellsWhichVersionItSends() {
    desk.register(new CredentialScheme.Bearer(), SUPPLIED, "t-1");
    assertThat(resolve().version()).isEqualTo(1);
    rotate("t-2");
    assertThat(resolve()).isEqualTo(bearer(2, "t-2"));
    assertThat(desk.source.resolve(TENANT, ID, 1, BODY)).isEqualTo(bearer(1, "t-1"));
  }

  @Test
  void resolvesACandidateOnlyWhileItsRotationRuns() {
    desk.register(new CredentialScheme.Bearer(), SUPPLIED, "t-1");
    resolve();
    desk.vault.put(TENANT, CANDIDATE, "t-2");
    desk.give(started());
    assertThat(desk.source.resolve(TENANT, ID, 2, BODY)).isEqualTo(bearer(2, "t-2"));
    assertThat(resolve().version()).isEqualTo(1);

    desk.give(new CredentialRotationFailed(ID, 2, 1, CANDIDATE, "refused", null));
    later();
    assertThat(catchThrowableOfType(CredentialUnavailable.class, () -> version(2)).isRetriable())
        .isFalse();
  }

  @Test
  void knowsNoCredentialOfAnotherTenant() {
    desk.register(new CredentialScheme.Bearer(), SUPPLIED, "t-1");
    CredentialUnavailable refusal =
        catchThrowableOfType(
            CredentialUnavailable.class,
            () -> desk.source.resolve(new TenantId("other"), ID, BODY));
    assertThat(refusal.isRetriable()).isFalse();
    assertThat(refusal.sentence()).isEqualTo("there is no credential " + ID);
  }

  @Test
  void fetchesATokenForAClientAndKeepsIt() {
    registerClient();
    desk.endpoint.answers(200, "{\"access_token\":\"t-1\",\"expires_in\":600}");
    assertThat(resolve()).isEqualTo(bearer(1, "t-1"));
    assertThat(resolve()).isEqualTo(bearer(1, "t-1"));
    assertThat(desk.endpoint.calls()).isEqualTo(1);
  }

  @Test
  void fetchesAnotherTokenAfterOneWasRefused() {
    registerClient();
    desk.endpoint
        .answers(200, "{\"access_token\":\"t-1\"}")
        .answers(200, "{\"access_token\":\"t-2\"}");
    desk.source.refused(TENANT, ID, resolve());
    assertThat(resolve()).isEqualTo(bearer(1, "t-2"));
  }

  @Test
  void showsAnEndpointThatIsDownAsWorthAnotherTry() {
    registerClient();
    desk.endpoint.answers(new TokenAnswer.Failed("no answer within 10 s"));
    CredentialUnavailable refusal =
        catchThrowableOfType(CredentialUnavailable.class, this::resolve);
    assertThat(refusal.isRetriable()).isTrue();
    assertThat(refusal.sentence()).isEqualTo("no token: no answer within 10 s");
  }

  @Test
  void keepsAReplacedRefreshTokenBeforeAnythingIsUsed() {
    desk.register(REFRESH, SUPPLIED, "r-1");
    desk.endpoint.answers(200, "{\"access_token\":\"t-1\",\"refresh_token\":\"r-2\"}");
    assertThat(resolve()).isEqualTo(bearer(1, "t-1"));
    assertThat(desk.vault.find(TENANT, FIRST.next())).contains("r-2");
    assertThat(desk.recorded()).containsExactly(new RecordRefreshToken(ID, 1, FIRST.next()));

    later(Duration.ofMinutes(5));
    resolve();
    assertThat(desk.endpoint.form()).contains("refresh_token=r-2");
  }

  /** The node stopped after it had put the new token into the vault. */
  @Test
  void findsARefreshTokenThatWasKeptButNotRecorded() {
    desk.register(REFRESH, SUPPLIED, "r-1");
    desk.vault.put(TENANT, FIRST.next(), "r-2");
    desk.endpoint.answers(200, "{\"access_token\":\"t-1\"}");
    resolve();
    assertThat(desk.endpoint.form()).contains("refresh_token=r-2");
  }

  private void registerClient() {
    desk.register(
        new CredentialScheme.OAuth2ClientCredentials(FakeTokenEndpoint.ENDPOINT),
        SUPPLIED,
        "s3cret");
  }

  private void rotate(String secret) {
    desk.vault.put(TENANT, CANDIDATE, secret);
    desk.give(started());
    desk.give(
        new CredentialRotated(
            ID,
            "ERP",
            CredentialType.BEARER,
            2,
            CANDIDATE,
            1,
            FIRST,
            desk.clock.instant(),
            RotationTrigger.REQUESTED,
            1));
    later();
  }

  private static CredentialRotationStarted started() {
    return new CredentialRotationStarted(ID, 2, 1, CANDIDATE, true, RotationTrigger.REQUESTED);
  }

  private void later() {
    later(Duration.ofSeconds(1));
  }

  private void later(Duration duration) {
    desk.clock.advance(duration);
  }

  private ResolvedCredential resolve() {
    return desk.source.resolve(TENANT, ID, BODY);
  }

  private ResolvedCredential version(int version) {
    return desk.source.resolve(TENANT, ID, version, BODY);
  }

  private Map<String, String> headers() {
    return resolve().headers();
  }

  private static ResolvedCredential bearer(int version, String token) {
    return new ResolvedCredential(
        version, Map.of("authorization", "Bearer " + token), List.of(token));
  }
}
