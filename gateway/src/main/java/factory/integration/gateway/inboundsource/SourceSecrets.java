package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundVerification;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Makes or takes the secrets that vendors prove themselves with, and keeps them. */
final class SourceSecrets {

  private static final int SECRET_BYTES = 32;

  /**
   * A secret that is in the vault.
   *
   * @param text shown once, to whoever created it
   */
  record Kept(SecretRef ref, String text) {

    @Override
    public String toString() {
      return "Kept[" + ref + "]";
    }
  }

  private final SecretVault vault;
  private final UniqueIds ids;
  private final SecureRandom random = new SecureRandom();

  SourceSecrets(SecretVault vault, UniqueIds ids) {
    this.vault = vault;
    this.ids = ids;
  }

  /** Keeps the secret that is given, else a new one. */
  Kept keep(TenantId tenant, @Nullable String given, InboundVerification verification) {
    String text = given == null ? newSecret(verification) : given;
    SecretRef ref = new SecretRef("sec-" + ids.next(), 1);
    vault.put(tenant, ref, text);
    return new Kept(ref, text);
  }

  private String newSecret(InboundVerification verification) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return verification instanceof InboundVerification.StandardWebhooks
        ? "whsec_" + Base64.getEncoder().encodeToString(bytes)
        : HexFormat.of().formatHex(bytes);
  }
}
