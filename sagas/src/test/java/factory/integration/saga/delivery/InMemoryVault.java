package factory.integration.saga.delivery;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A vault without a lock. */
final class InMemoryVault implements SecretVault {

  private record Key(TenantId tenant, SecretRef ref) {}

  private final Map<Key, String> secrets = new ConcurrentHashMap<>();

  @Override
  public void put(TenantId tenant, SecretRef ref, String secret) {
    secrets.put(new Key(tenant, ref), secret);
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
}
