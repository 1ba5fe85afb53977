package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the master key or makes the first one. A proof, sealed with that key and kept beside the
 * secrets, shows at the next start whether the key is still the one that opens them.
 */
final class MasterKeys {

  private static final TenantId PROOF_TENANT = new TenantId("vault");
  private static final SecretRef PROOF = SecretRef.MASTER_KEY_PROOF;
  private static final String PROOF_TEXT = "whoever reads this has the right master key";

  private final SecretStore store;
  private final MasterKeyFile file;
  private final SecureRandom random;

  MasterKeys(SecretStore store, MasterKeyFile file, SecureRandom random) {
    this.store = store;
    this.file = file;
    this.random = random;
  }

  /**
   * The key to use; the store's secrets open with it.
   *
   * @param configured base64 of the key; where it is absent or blank, the file has the key
   * @param others base64 of further keys that may have sealed secrets
   * @throws IllegalStateException with what to do, when there is no such key
   */
  KeyRing obtain(@Nullable String configured, List<String> others) {
    Optional<byte[]> proof = store.find(PROOF_TENANT, PROOF);
    boolean isConfigured = configured != null && !configured.isBlank();
    MasterKey key =
        isConfigured
            ? MasterKey.parse(configured).orElseThrow(MasterKeys::unusable)
            : file.read().orElseGet(() -> first(proof));
    String origin = isConfigured ? "platform.vault.master-key" : file.toString();
    KeyRing ring = new KeyRing(key, others.stream().map(MasterKeys::another).toList());
    SecretCiphers cipher = new SecretCiphers(ring, random);
    proof.ifPresentOrElse(
        envelope -> check(cipher, envelope, origin), () -> leaveProof(cipher, origin));
    return ring;
  }

  private MasterKey first(Optional<byte[]> proof) {
    if (proof.isPresent()) {
      throw new IllegalStateException(
          "the master key is gone: "
              + file
              + " does not exist, but there are secrets that were sealed with it. Restore the file"
              + " from a backup, or set platform.vault.master-key to the key. Without it the"
              + " secrets cannot be read; to give them up, start with an empty data directory");
    }
    return file.keep(MasterKey.generate(random));
  }

  private void leaveProof(SecretCiphers cipher, String origin) {
    try {
      store.put(PROOF_TENANT, PROOF, cipher.seal(PROOF_TENANT, PROOF, PROOF_TEXT));
    } catch (IllegalStateException otherNodeWasFirst) {
      byte[] proof = store.find(PROOF_TENANT, PROOF).orElseThrow(() -> otherNodeWasFirst);
      check(cipher, proof, origin);
    }
  }

  private static void check(SecretCiphers cipher, byte[] proof, String origin) {
    try {
      cipher.open(PROOF_TENANT, PROOF, proof);
    } catch (IllegalStateException e) {
      throw new IllegalStateException(
          "the master key of "
              + origin
              + " does not open the secrets in the store: they were sealed with another one. Put"
              + " that key there (all nodes need the same), or start with an empty data directory",
          e);
    }
  }

  private static MasterKey another(String base64) {
    return MasterKey.parse(base64)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "platform.vault.other-master-keys holds what is not base64 of 32 bytes"));
  }

  private static IllegalStateException unusable() {
    return new IllegalStateException(
        "platform.vault.master-key is not base64 of 32 bytes; make one with: openssl rand -base64"
            + " 32");
  }
}
