package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import factory.integration.api.vault.SecretVault;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Seals what the store keeps. Secrets never change under their reference, so that opened ones stay
 * in memory and a call over HTTP costs neither a read nor a decryption.
 */
final class EncryptedSecretVault implements SecretVault {

  private static final int CACHED_SECRETS = 10_000;

  private final SecretStore store;
  private final SecretCiphers cipher;
  private final List<SecretNames> names;
  private final SecretCache cache = new SecretCache(CACHED_SECRETS);

  EncryptedSecretVault(SecretStore store, KeyRing keys, SecureRandom random) {
    this.store = store;
    this.cipher = new SecretCiphers(keys, random);
    this.names =
        Stream.concat(keys.others().stream(), Stream.of(keys.current()))
            .map(SecretNames::new)
            .toList();
  }

  @Override
  public void put(TenantId tenant, SecretRef ref, String secret) {
    long changes = cache.changes();
    store.put(tenant, ref, cipher.seal(tenant, ref, secret));
    cache.keep(tenant, ref, secret, changes);
  }

  @Override
  public SecretRef putOnce(TenantId tenant, String secret) {
    return names.stream()
        .map(name -> name.nameOf(tenant, secret))
        .filter(ref -> find(tenant, ref).isPresent())
        .findFirst()
        .orElseGet(() -> putUnlessAnotherDid(tenant, secret));
  }

  private SecretRef putUnlessAnotherDid(TenantId tenant, String secret) {
    SecretRef ref = names.getLast().nameOf(tenant, secret);
    try {
      put(tenant, ref, secret);
    } catch (IllegalStateException refused) {
      if (find(tenant, ref).isEmpty()) {
        throw refused;
      }
    }
    return ref;
  }

  @Override
  public Optional<String> find(TenantId tenant, SecretRef ref) {
    Optional<String> cached = cache.find(tenant, ref);
    return cached.isPresent() ? cached : open(tenant, ref);
  }

  private Optional<String> open(TenantId tenant, SecretRef ref) {
    long changes = cache.changes();
    Optional<String> secret =
        store.find(tenant, ref).map(envelope -> cipher.open(tenant, ref, envelope));
    secret.ifPresent(opened -> cache.keep(tenant, ref, opened, changes));
    return secret;
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    store.remove(tenant, ref);
    cache.forget(tenant, ref);
  }
}
