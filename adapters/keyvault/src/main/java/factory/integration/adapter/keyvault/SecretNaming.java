package factory.integration.adapter.keyvault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names in Key Vault: it knows letters, digits and hyphens only, and no case, so a secret's name is
 * a hash of tenant and reference; both stand in its tags.
 */
final class SecretNaming {

  private static final String ALGORITHM = "HmacSHA256";

  private SecretNaming() {}

  static String nameOf(TenantId tenant, SecretRef ref) {
    String version = Integer.toString(ref.version());
    return "sec-" + UniqueIds.derivedFrom(tenant.value(), ref.id(), version);
  }

  static Map<String, String> tagsOf(TenantId tenant, SecretRef ref) {
    return Map.of(
        "tenant", tenant.value(),
        "secret", ref.id(),
        "version", Integer.toString(ref.version()));
  }

  /** A reference that depends on tenant and secret, which nobody can guess without the key. */
  static SecretRef refOf(TenantId tenant, String secret, String base64Key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(base64Key), ALGORITHM));
      byte[] hash = mac.doFinal((tenant + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      return new SecretRef("sec-" + UniqueIds.derivedFrom(HexFormat.of().formatHex(hash)), 1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
