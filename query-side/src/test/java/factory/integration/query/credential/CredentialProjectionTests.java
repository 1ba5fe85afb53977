package factory.integration.query.credential;

import static factory.integration.query.Feed.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationResumed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialType;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.FindCredentials;
import factory.integration.api.credential.GetCredential;
import factory.integration.api.credential.IntegrationCredentialRegistered;
import factory.integration.api.credential.RefreshTokenReplaced;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.credential.RotationView;
import factory.integration.api.credential.RotationView.Status;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.query.Feed;
import factory.integration.query.registry.InMemoryRegistry;
import factory.integration.query.registry.Registry;
import factory.integration.query.registry.RegistryKind;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CredentialProjectionTests {

  private static final CredentialId ID = CredentialId.of("01jxd3v9k2");
  private static final SecretRef FIRST = new SecretRef("sec-a", 1);
  private static final SecretRef SECOND = new SecretRef("sec-b", 1);
  private static final TenantId TENANT = new TenantId(Feed.TENANT);
  private static final CredentialSettings SETTINGS =
      new CredentialSettings(
          "ERP",
          new CredentialScheme.Bearer(),
          new RotationMethod.Generated(),
          86_400L,
          null,
          3_600);
  private static final IntegrationCredentialRegistered REGISTERED =
      new IntegrationCredentialRegistered(ID, SETTINGS, FIRST);
  private static final CredentialRotationStarted STARTED =
      new CredentialRotationStarted(ID, 2, 1, SECOND, false, RotationTrigger.SCHEDULED);
  private static final CredentialRotated ROTATED =
      new CredentialRotated(
          ID,
          "ERP",
          CredentialType.BEARER,
          2,
          SECOND,
          1,
          FIRST,
          NOON.plusSeconds(60),
          RotationTrigger.SCHEDULED,
          1);

  private final Registry<CredentialView> registry =
      new Registry<>(new InMemoryRegistry(), RegistryKind.CREDENTIAL, CredentialView.class);
  private final Feed feed = new Feed(new CredentialProjection(registry));
  private final CredentialQueryHandler queries = new CredentialQueryHandler(registry);

  @Test
  void keepsANewCredential() throws Exception {
    feed.publish(ID.value(), REGISTERED);
    assertThat(current()).contains(CredentialView.registered(ID, SETTINGS, NOON));
    assertThat(current().orElseThrow().nextRotationAt()).isEqualTo(NOON.plusSeconds(86_400));
  }

  @Test
  void followsARotation() throws Exception {
    feed.publish(
        ID.value(), REGISTERED, STARTED, new CredentialRotationResumed(ID, 2, 1, SECOND, false));
    assertThat(view().rotation()).isEqualTo(rotation(Status.CHECKING));

    feed.publish(ID.value(), REGISTERED, STARTED, STARTED, ROTATED);
    assertThat(view())
        .isEqualTo(
            new CredentialView(
                ID,
                SETTINGS,
                2,
                1,
                NOON.plusSeconds(60),
                rotation(Status.DONE),
                view().updatedAt().plusSeconds(86_400),
                3,
                NOON,
                view().updatedAt()));
  }

  @Test
  void forgetsARetiredVersion() throws Exception {
    feed.publish(
        ID.value(), REGISTERED, STARTED, ROTATED, new CredentialVersionRetired(ID, 1, FIRST));
    assertThat(view().previousVersion()).isNull();
    assertThat(view().previousValidUntil()).isNull();
    assertThat(view().version()).isEqualTo(2);
  }

  @Test
  void saysWhyAnAttemptFailed() throws Exception {
    feed.publish(
        ID.value(),
        REGISTERED,
        STARTED,
        new CredentialRotationFailed(ID, 2, 1, null, "refused", NOON.plusSeconds(60)));
    assertThat(view().rotation())
        .isEqualTo(
            new RotationView(
                2, 1, Status.WAITING, RotationTrigger.SCHEDULED, "refused", NOON.plusSeconds(60)));
    assertThat(view().version()).isEqualTo(1);
  }

  @Test
  void showsARotationThatWasGivenUp() throws Exception {
    feed.publish(
        ID.value(),
        REGISTERED,
        STARTED,
        new CredentialRotationFailed(ID, 2, 1, SECOND, "refused", null),
        new RefreshTokenReplaced(ID, 1, FIRST.next(), FIRST));
    RotationView shown = view().rotation();
    assertThat(shown)
        .isEqualTo(
            new RotationView(2, 1, Status.FAILED, RotationTrigger.SCHEDULED, "refused", null));
    assertThat(view().nextRotationAt()).isEqualTo(NOON.plusSeconds(2 + 86_400));
    assertThat(view().revision()).isEqualTo(3);
  }

  @Test
  void showsATenantItsOwnOnly() throws Exception {
    feed.publish(ID.value(), REGISTERED);
    Page<?> own = queries.handle(new FindCredentials(TENANT, 10, null));
    Page<?> others = queries.handle(new FindCredentials(new TenantId("b"), 10, null));
    assertThat(own.items()).hasSize(1);
    assertThat(others.items()).isEmpty();
    assertThat(queries.handle(new GetCredential(new TenantId("b"), ID))).isEmpty();
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish(ID.value(), REGISTERED).reset();
    assertThat(current()).isEmpty();
  }

  private static RotationView rotation(Status status) {
    return new RotationView(2, 1, status, RotationTrigger.SCHEDULED, null, null);
  }

  private CredentialView view() {
    return current().orElseThrow();
  }

  private Optional<CredentialView> current() {
    return queries.handle(new GetCredential(TENANT, ID));
  }
}
