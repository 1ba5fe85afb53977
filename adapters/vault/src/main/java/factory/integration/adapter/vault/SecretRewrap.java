package factory.integration.adapter.vault;

import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretListing.Sealed;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals anew, with the current master key, what another one sealed. The proof of the master key
 * comes last: as long as it is not replaced, the next start goes on.
 */
final class SecretRewrap {

  private static final Logger LOG = LoggerFactory.getLogger(SecretRewrap.class);

  private final SecretStore store;
  private final SecretListing listing;
  private final SecretCiphers ciphers;

  SecretRewrap(SecretStore store, SecretListing listing, SecretCiphers ciphers) {
    this.store = store;
    this.listing = listing;
    this.ciphers = ciphers;
  }

  /** Returns when all that can be opened is sealed with the current key; a repeat is harmless. */
  void run() {
    List<Sealed> others =
        listing.findAll().stream().filter(it -> !ciphers.isSealedByCurrent(it.bytes())).toList();
    if (others.isEmpty()) {
      return;
    }
    long sealed = others.stream().filter(it -> !isProof(it)).filter(this::seal).count();
    others.stream().filter(SecretRewrap::isProof).forEach(this::seal);
    LOG.info("{} secrets are sealed with the current master key now", sealed);
  }

  private boolean seal(Sealed secret) {
    try {
      String opened = ciphers.open(secret.tenant(), secret.ref(), secret.bytes());
      byte[] anew = ciphers.seal(secret.tenant(), secret.ref(), opened);
      return store.replace(secret.tenant(), secret.ref(), secret.bytes(), anew);
    } catch (IllegalStateException e) {
      LOG.error("a secret keeps its old seal: {}", e.getMessage());
      return false;
    }
  }

  private static boolean isProof(Sealed secret) {
    return secret.ref().equals(SecretRef.MASTER_KEY_PROOF);
  }
}
