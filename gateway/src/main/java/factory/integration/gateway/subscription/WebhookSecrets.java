package factory.integration.gateway.subscription;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/** Makes the secrets that sign webhooks, in the form of Standard Webhooks, and keeps them. */
final class WebhookSecrets {

  private static final int SECRET_BYTES = 32;

  private final SecretVault vault;
  private final UniqueIds ids;
  private final SecureRandom random = new SecureRandom();

  WebhookSecrets(SecretVault vault, UniqueIds ids) {
    this.vault = vault;
    this.ids = ids;
  }

  /** Makes and keeps the first secret of a subscription. */
  SecretRef first(TenantId tenant) {
    SecretRef ref = new SecretRef("sec-" + ids.next(), 1);
    vault.put(tenant, ref, newSecret());
    return ref;
  }

  /**
   * The secret under a reference that is not in use yet. One that is there already was made by a
   * rotation that runs right now or broke off: it serves as well.
   */
  String upcoming(TenantId tenant, SecretRef ref) {
    Optional<String> left = vault.find(tenant, ref);
    if (left.isPresent()) {
      return left.get();
    }
    String secret = newSecret();
    try {
      vault.put(tenant, ref, secret);
      return secret;
    } catch (IllegalStateException another) {
      return vault.find(tenant, ref).orElseThrow(() -> another);
    }
  }

  /** The secret in use; an absent one is a fault of the platform. */
  String current(TenantId tenant, SecretRef ref) {
    return vault
        .find(tenant, ref)
        .orElseThrow(() -> new IllegalStateException("the vault has no secret " + ref));
  }

  private String newSecret() {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
