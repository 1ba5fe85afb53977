package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretListing;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps sealed secrets as long as it lives, as a database would over restarts of the vault. */
final class InMemorySecretStore implements SecretStore, SecretListing {

  final AtomicInteger writes = new AtomicInteger();
  final AtomicInteger reads = new AtomicInteger();
  private final Map<String, byte[]> sealed = new ConcurrentHashMap<>();

  @Override
  public void put(TenantId tenant, SecretRef ref, byte[] bytes) {
    byte[] kept = sealed.putIfAbsent(key(tenant, ref), bytes.clone());
    if (kept != null && !Arrays.equals(kept, bytes)) {
      throw new IllegalStateException(ref + " is taken");
    }
    writes.incrementAndGet();
  }

  @Override
  public Optional<byte[]> find(TenantId tenant, SecretRef ref) {
    reads.incrementAndGet();
    return Optional.ofNullable(sealed.get(key(tenant, ref))).map(byte[]::clone);
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    sealed.remove(key(tenant, ref));
  }

  @Override
  public boolean replace(TenantId tenant, SecretRef ref, byte[] bytes, byte[] other) {
    byte[] kept =
        sealed.computeIfPresent(
            key(tenant, ref), (_, now) -> Arrays.equals(now, bytes) ? other.clone() : now);
    return kept != null && Arrays.equals(kept, other);
  }

  @Override
  public List<Sealed> findAll() {
    return sealed.entrySet().stream()
        .map(
            entry -> {
              String[] parts = entry.getKey().split("[/:]");
              SecretRef ref = new SecretRef(parts[1], Integer.parseInt(parts[2]));
              return new Sealed(new TenantId(parts[0]), ref, entry.getValue().clone());
            })
        .toList();
  }

  private static String key(TenantId tenant, SecretRef ref) {
    return tenant + "/" + ref;
  }
}
