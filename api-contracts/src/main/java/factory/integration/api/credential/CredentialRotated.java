package factory.integration.api.credential;

import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;

/**
 * A new version was checked and is in use.
 *
 * @param attempts how many it took
 * @param previousValidUntil until then the version before stays usable
 */
public record CredentialRotated(
    CredentialId credentialId,
    String name,
    CredentialType type,
    int version,
    SecretRef secret,
    int previousVersion,
    SecretRef previous,
    Instant previousValidUntil,
    RotationTrigger trigger,
    int attempts)
    implements RotationEvent, PublishedEvent {

  @Override
  public Topic topic() {
    return Topic.CREDENTIALS;
  }

  @Override
  public String groupId() {
    return credentialId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        credentialId, name, type, version, previousVersion, previousValidUntil, trigger, attempts);
  }

  /** What consumers of {@code factory.integration.credentials} see. */
  public record Published(
      CredentialId credentialId,
      String name,
      CredentialType type,
      int version,
      int previousVersion,
      Instant previousValidUntil,
      RotationTrigger trigger,
      int attempts) {}
}
