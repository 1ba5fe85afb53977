package factory.integration.query.credential;

import factory.integration.api.credential.CredentialRotated;
import factory.integration.api.credential.CredentialRotationFailed;
import factory.integration.api.credential.CredentialRotationStarted;
import factory.integration.api.credential.CredentialSettings;
import factory.integration.api.credential.CredentialVersionRetired;
import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.RotationTrigger;
import factory.integration.api.credential.RotationView;
import factory.integration.api.credential.RotationView.Status;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What each event makes of a credential's view. */
final class CredentialViews {

  private CredentialViews() {}

  static CredentialView started(
      CredentialView view, CredentialRotationStarted event, long revision, Instant at) {
    return with(
        view,
        new RotationView(
            event.version(), event.attempt(), Status.CHECKING, event.trigger(), null, null),
        view.nextRotationAt(),
        revision,
        at);
  }

  static CredentialView failed(
      CredentialView view, CredentialRotationFailed event, long revision, Instant at) {
    boolean isLast = event.nextAttemptAt() == null;
    RotationView rotation =
        new RotationView(
            event.version(),
            event.attempt(),
            isLast ? Status.FAILED : Status.WAITING,
            trigger(view),
            event.detail(),
            event.nextAttemptAt());
    Instant next = isLast ? next(view.settings(), at) : view.nextRotationAt();
    return with(view, rotation, next, revision, at);
  }

  static CredentialView rotated(
      CredentialView view, CredentialRotated event, long revision, Instant at) {
    return new CredentialView(
        view.credentialId(),
        view.settings(),
        event.version(),
        event.previousVersion(),
        event.previousValidUntil(),
        new RotationView(
            event.version(), event.attempts(), Status.DONE, event.trigger(), null, null),
        next(view.settings(), at),
        revision,
        view.createdAt(),
        at);
  }

  static CredentialView retired(
      CredentialView view, CredentialVersionRetired event, long revision, Instant at) {
    return new CredentialView(
        view.credentialId(),
        view.settings(),
        view.version(),
        null,
        null,
        view.rotation(),
        view.nextRotationAt(),
        revision,
        view.createdAt(),
        at);
  }

  /** Nothing that people see changed. */
  static CredentialView seen(CredentialView view, long revision, Instant at) {
    return with(view, view.rotation(), view.nextRotationAt(), revision, at);
  }

  private static CredentialView with(
      CredentialView view,
      @Nullable RotationView rotation,
      @Nullable Instant next,
      long revision,
      Instant at) {
    return new CredentialView(
        view.credentialId(),
        view.settings(),
        view.version(),
        view.previousVersion(),
        view.previousValidUntil(),
        rotation,
        next,
        revision,
        view.createdAt(),
        at);
  }

  private static RotationTrigger trigger(CredentialView view) {
    RotationView rotation = view.rotation();
    return rotation == null ? RotationTrigger.REQUESTED : rotation.trigger();
  }

  private static @Nullable Instant next(CredentialSettings settings, Instant since) {
    return settings.nextRotation(since).orElse(null);
  }
}
