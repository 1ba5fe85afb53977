package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Seals with the current master key and opens with that which sealed. */
final class SecretCiphers {

  private final KeyRing keys;
  private final SecureRandom random;
  private final Map<MasterKey, SecretCipher> ciphers = new ConcurrentHashMap<>();

  SecretCiphers(KeyRing keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  byte[] seal(TenantId tenant, SecretRef ref, String secret) {
    return of(keys.current()).seal(tenant, ref, secret);
  }

  /**
   * The secret that was sealed for this tenant and reference.
   *
   * @throws IllegalStateException when it was sealed with a key that is not there, for another
   *     tenant or reference, or was changed
   */
  String open(TenantId tenant, SecretRef ref, byte[] sealed) {
    return of(keys.keyOf(sealed)).open(tenant, ref, sealed);
  }

  boolean isSealedByCurrent(byte[] sealed) {
    return keys.current().hasSealed(sealed);
  }

  private SecretCipher of(MasterKey key) {
    return ciphers.computeIfAbsent(key, made -> new SecretCipher(made, random));
  }
}
