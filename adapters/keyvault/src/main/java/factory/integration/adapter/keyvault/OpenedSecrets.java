package factory.integration.adapter.keyvault;

import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/** Secrets that were read, the least recently used ones dropped; they never change. */
final class OpenedSecrets {

  private final int capacity;
  private final SequencedMap<String, String> secrets = new LinkedHashMap<>(16, 0.75f, true);

  OpenedSecrets(int capacity) {
    this.capacity = capacity;
  }

  synchronized Optional<String> find(String name) {
    return Optional.ofNullable(secrets.get(name));
  }

  synchronized void keep(String name, String secret) {
    secrets.put(name, secret);
    if (secrets.size() > capacity) {
      secrets.pollFirstEntry();
    }
  }

  synchronized void forget(String name) {
    secrets.remove(name);
  }
}
