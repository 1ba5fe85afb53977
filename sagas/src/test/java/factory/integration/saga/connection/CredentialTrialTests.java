package factory.integration.saga.connection;

import static factory.integration.saga.connection.ConnectionFixture.ACME;
import static factory.integration.saga.connection.ConnectionFixture.CREDENTIAL;
import static factory.integration.saga.connection.ConnectionFixture.connection;
import static factory.integration.saga.connection.ConnectionFixture.directoryOf;
import static factory.integration.saga.connection.ConnectionFixture.id;
import static factory.integration.saga.connection.ConnectionFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.provider.HealthProbe;
import factory.integration.saga.credential.ProbeOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialTrialTests {

  private final ProbeDesk desk =
      new ProbeDesk().register(new HealthProbe("GET", "/ping", List.of()));
  private final CredentialTrial trial =
      new CredentialTrial(
          directoryOf(
              connection("a", settings("a", CREDENTIAL, null)),
              connection("b"),
              connection("c", settings("c", new CredentialId("cred-other"), null)),
              connection("d", settings("d", CREDENTIAL, null))),
          desk.probes());

  @Test
  void triesTheVersionOnEachConnectionThatUsesTheCredential() {
    assertThat(trial.probe(ACME, CREDENTIAL, 2)).isEqualTo(new ProbeOutcome.Passed());
    assertThat(desk.requests)
        .hasSize(2)
        .allSatisfy(it -> assertThat(it.headers()).containsEntry("authorization", "Bearer v2"));
  }

  @Test
  void saysWhichConnectionDoesNotWorkWithIt() {
    desk.answers(401, "");
    assertThat(trial.probe(ACME, CREDENTIAL, 2))
        .isEqualTo(
            new ProbeOutcome.Refused(
                FailureCategory.AUTHENTICATION,
                id("a") + ": the provider answered 401: it does not take the credential"));
    assertThat(desk.requests).hasSize(1);
  }

  @Test
  void passesWhereNothingUsesIt() {
    assertThat(trial.probe(ACME, new CredentialId("cred-unused"), 2))
        .isEqualTo(new ProbeOutcome.Passed());
    assertThat(desk.requests).isEmpty();
  }
}
