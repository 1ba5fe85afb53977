package factory.integration.saga.rotation;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.credential.CredentialDesk.FIRST;
import static factory.integration.saga.credential.CredentialDesk.ID;
import static factory.integration.saga.credential.CredentialDesk.TENANT;
import static factory.integration.saga.rotation.RotationFixture.candidate;
import static factory.integration.saga.rotation.RotationFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.saga.credential.CredentialDesk;
import factory.integration.saga.credential.CredentialProbe;
import factory.integration.saga.credential.ProbeOutcome;
import factory.integration.saga.oauth.FakeTokenEndpoint;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RotationCheckTests {

  private static final CredentialScheme BEARER = new CredentialScheme.Bearer();
  private static final RotationMethod TOKEN =
      new RotationMethod.FromTokenEndpoint(FakeTokenEndpoint.ENDPOINT, FIRST);
  private static final CheckOutcome PASSED = new CheckOutcome.Passed(NOON.plusSeconds(3_600));

  private final CredentialDesk desk = new CredentialDesk();
  private final List<Integer> probed = new ArrayList<>();
  private ProbeOutcome answer = new ProbeOutcome.Passed();

  @Test
  void makesASecretAndHasItProbed() {
    desk.register(BEARER, new RotationMethod.Generated(), "t-1");
    assertThat(check(1)).isEqualTo(PASSED);
    assertThat(desk.vault.find(TENANT, candidate(2, 1)).orElseThrow()).hasSize(43);
    assertThat(probed).containsExactly(2);
  }

  @Test
  void takesASecretFromATokenEndpoint() {
    desk.register(BEARER, TOKEN, "s3cret");
    desk.endpoint.answers(200, "{\"access_token\":\"t-2\"}");
    assertThat(check(1)).isEqualTo(PASSED);
    assertThat(desk.vault.find(TENANT, candidate(2, 1))).contains("t-2");
  }

  @Test
  void takesASecretFromAnOperation() {
    desk.register(BEARER, new RotationMethod.ByOperation("conn-1", "RenewKey", "/key"), "t-1");
    assertThat(check(1)).isEqualTo(PASSED);
    assertThat(desk.vault.find(TENANT, candidate(2, 1))).contains("made by RenewKey");
  }

  /** The refresh token in use is dead then: both versions go on with the new one. */
  @Test
  void takesANewRefreshTokenForBothVersions() {
    desk.register(
        new CredentialScheme.OAuth2RefreshToken(FakeTokenEndpoint.ENDPOINT, null),
        new RotationMethod.FromTokenEndpoint(null, null),
        "r-1");
    desk.endpoint
        .answers(200, "{\"access_token\":\"t-1\",\"refresh_token\":\"r-2\"}")
        .answers(200, "{\"access_token\":\"t-2\"}");
    assertThat(check(1)).isEqualTo(PASSED);
    assertThat(desk.vault.find(TENANT, FIRST.next())).contains("r-2");
    assertThat(desk.vault.find(TENANT, candidate(2, 1))).contains("r-2");
  }

  @Test
  void goesOnWithTheCandidateOfAnAttemptThatBrokeOff() {
    desk.register(BEARER, TOKEN, "s3cret");
    desk.vault.put(TENANT, candidate(2, 1), "t-2");
    assertThat(check(1)).isEqualTo(PASSED);
    assertThat(desk.endpoint.calls()).isZero();
  }

  @Test
  void triesAgainAtMostThreeTimes() {
    desk.register(BEARER, TOKEN, "s3cret");
    desk.endpoint.answers(503, "");
    String detail = "the token endpoint answered 503";
    assertThat(check(1)).isEqualTo(notObtained(detail, NOON.plusSeconds(60)));
    assertThat(check(2)).isEqualTo(notObtained(detail, NOON.plusSeconds(600)));
    assertThat(check(3)).isEqualTo(notObtained(detail, NOON.plusSeconds(3_600)));
    assertThat(check(4)).isEqualTo(notObtained(detail, null));
  }

  @Test
  void triesNothingAgainThatNeedsSomebodysHand() {
    desk.register(BEARER, TOKEN, "s3cret");
    desk.endpoint.answers(400, "{\"error\":\"invalid_client\"}");
    assertThat(check(1))
        .isEqualTo(notObtained("the token endpoint answered 400 (invalid_client)", null));
  }

  @Test
  void refusesAClientSecretThatGetsNoToken() {
    desk.register(
        new CredentialScheme.OAuth2ClientCredentials(FakeTokenEndpoint.ENDPOINT),
        new RotationMethod.Supplied(),
        "s3cret");
    desk.vault.put(TENANT, candidate(2, 1), "wrong");
    desk.endpoint.answers(401, "{\"error\":\"invalid_client\"}");
    assertThat(check(1))
        .isEqualTo(
            new CheckOutcome.Failed(
                FailureReason.CREDENTIAL_REFUSED,
                FailureCategory.AUTHENTICATION,
                "the token endpoint answered 401 (invalid_client)",
                NOON.plusSeconds(60)));
    assertThat(probed).isEmpty();
  }

  @Test
  void tellsWhichProbeRefused() {
    desk.register(BEARER, new RotationMethod.Generated(), "t-1");
    answer = new ProbeOutcome.Refused(FailureCategory.CLIENT_ERROR, "conn-1 answered 403");
    assertThat(check(1))
        .isEqualTo(
            new CheckOutcome.Failed(
                FailureReason.CREDENTIAL_REFUSED,
                FailureCategory.CLIENT_ERROR,
                "conn-1 answered 403",
                NOON.plusSeconds(60)));
  }

  private CheckOutcome check(int attempt) {
    desk.give(started(2, attempt));
    CredentialProbe probe =
        (_, _, version) -> {
          probed.add(version);
          return answer;
        };
    return new RotationCheck(
            desk.states, desk.newVersions, desk.source, probe, SagaFlow.SCHEDULE, desk.clock)
        .check(
            new RotationAttempt(
                ID,
                2,
                attempt,
                candidate(2, attempt),
                MetaData.with(ContextKeys.TENANT_ID, TENANT.value())));
  }

  private static CheckOutcome notObtained(String detail, @Nullable Instant next) {
    return new CheckOutcome.Failed(
        FailureReason.CREDENTIAL_NOT_OBTAINED, FailureCategory.AUTHENTICATION, detail, next);
  }
}
