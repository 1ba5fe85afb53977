package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretRef;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/** Names a secret by its content; without the master key nobody can guess a secret from a name. */
final class SecretNames {

  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKey key;

  SecretNames(MasterKey masterKey) {
    this.key = masterKey.derive(ALGORITHM, "reference");
  }

  /** The same for the same tenant and secret. */
  SecretRef nameOf(TenantId tenant, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] hash = mac.doFinal((tenant + "\n" + secret).getBytes(StandardCharsets.UTF_8));
      return new SecretRef("sec-" + UniqueIds.derivedFrom(HexFormat.of().formatHex(hash)), 1);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
