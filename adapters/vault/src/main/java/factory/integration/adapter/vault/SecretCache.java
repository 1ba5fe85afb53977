package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Opened secrets, the least recently used ones dropped. */
final class SecretCache {

  private final int capacity;
  private final SequencedMap<Key, String> secrets = new LinkedHashMap<>(16, 0.75f, true);
  private long changes;

  SecretCache(int capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<String> find(TenantId tenant, SecretRef ref) {
    return Optional.ofNullable(secrets.get(new Key(tenant, ref)));
  }

  /** Changes with every {@link #forget}. */
  synchronized long changes() {
    return changes;
  }

  /** Keeps what was read or written, unless something was forgotten since. */
  synchronized void keep(TenantId tenant, SecretRef ref, String secret, long changesBefore) {
    if (changes == changesBefore) {
      secrets.put(new Key(tenant, ref), secret);
      if (secrets.size() > capacity) {
        secrets.pollFirstEntry();
      }
    }
  }

  synchronized void forget(TenantId tenant, SecretRef ref) {
    changes++;
    secrets.remove(new Key(tenant, ref));
  }

  private record Key(TenantId tenant, SecretRef ref) {}
}
