package factory.integration.saga;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vault without a lock, which replaces nothing. */
public final class InMemorySecretVault implements SecretVault {

  private record Key(TenantId tenant, SecretRef ref) {}

  private final Map<Key, String> secrets = new ConcurrentHashMap<>();

  @Override
  public void put(TenantId tenant, SecretRef ref, String secret) {
    String there = secrets.putIfAbsent(new Key(tenant, ref), secret);
    if (there != null && !there.equals(secret)) {
      throw new IllegalStateException("another secret stands under " + ref);
    }
  }

  @Override
  public SecretRef putOnce(TenantId tenant, String secret) {
    throw new UnsupportedOperationException("nothing is stored while calls are made");
  }

  @Override
  public Optional<String> find(TenantId tenant, SecretRef ref) {
    return Optional.ofNullable(secrets.get(new Key(tenant, ref)));
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    secrets.remove(new Key(tenant, ref));
  }

  public int size() {
    return secrets.size();
  }
}
