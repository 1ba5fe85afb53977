package factory.integration.saga.rotation;

import factory.integration.api.credential.CheckOutcome;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.credential.CredentialProbe;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.CredentialState;
import factory.integration.saga.credential.CredentialStates;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.credential.NewVersions;
import factory.integration.saga.credential.ProbeOutcome;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/** Obtains a new version and tries it; repeated, it goes on with what it obtained before. */
final class RotationCheck {

  private static final byte[] NOTHING = new byte[0];

  private final CredentialStates states;
  private final NewVersions newVersions;
  private final CredentialSource source;
  private final CredentialProbe probe;
  private final RotationSchedule schedule;
  private final InstantSource clock;

  RotationCheck(
      CredentialStates states,
      NewVersions newVersions,
      CredentialSource source,
      CredentialProbe probe,
      RotationSchedule schedule,
      InstantSource clock) {
    this.states = states;
    this.newVersions = newVersions;
    this.source = source;
    this.probe = probe;
    this.schedule = schedule;
    this.clock = clock;
  }

  /** Waits for other systems, in the calling thread; every way it can end is a value. */
  CheckOutcome check(RotationAttempt attempt) {
    TenantId tenant = attempt.tenant();
    CredentialId id = attempt.credentialId();
    try {
      CredentialState state =
          states
              .findNow(tenant, id)
              .orElseThrow(() -> new CredentialUnavailable(true, "there is no credential " + id));
      newVersions.obtain(tenant, id, state, attempt.candidate());
      return tried(attempt, state.settings());
    } catch (CredentialUnavailable e) {
      Instant next = e.isRetriable() ? nextAttempt(attempt) : null;
      return failed(FailureReason.CREDENTIAL_NOT_OBTAINED, e.sentence(), next);
    }
  }

  private CheckOutcome tried(RotationAttempt attempt, CredentialSettings settings) {
    TenantId tenant = attempt.tenant();
    try {
      source.resolve(tenant, attempt.credentialId(), attempt.version(), NOTHING);
    } catch (CredentialUnavailable e) {
      return failed(FailureReason.CREDENTIAL_REFUSED, e.sentence(), nextAttempt(attempt));
    }
    return switch (probe.probe(tenant, attempt.credentialId(), attempt.version())) {
      case ProbeOutcome.Passed _ ->
          new CheckOutcome.Passed(clock.instant().plusSeconds(settings.overlapSeconds()));
      case ProbeOutcome.Refused refused ->
          new CheckOutcome.Failed(
              FailureReason.CREDENTIAL_REFUSED,
              refused.category(),
              refused.detail(),
              nextAttempt(attempt));
    };
  }

  private @Nullable Instant nextAttempt(RotationAttempt attempt) {
    return schedule.delayAfter(attempt.attempt()).map(clock.instant()::plus).orElse(null);
  }

  private static CheckOutcome failed(FailureReason reason, String detail, @Nullable Instant next) {
    return new CheckOutcome.Failed(reason, FailureCategory.AUTHENTICATION, detail, next);
  }
}
