package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretStore;
import java.util.Optional;

/** So slow that something else happens, once, between the first read and its answer's arrival. */
final class SlowSecretStore implements SecretStore {

  private final SecretStore store;
  private Runnable meanwhile;

  SlowSecretStore(SecretStore store, Runnable meanwhile) {
    this.store = store;
    this.meanwhile = meanwhile;
  }

  @Override
  public Optional<byte[]> find(TenantId tenant, SecretRef ref) {
    Optional<byte[]> found = store.find(tenant, ref);
    Runnable once = meanwhile;
    meanwhile = () -> {};
    once.run();
    return found;
  }

  @Override
  public void put(TenantId tenant, SecretRef ref, byte[] sealed) {
    store.put(tenant, ref, sealed);
  }

  @Override
  public boolean replace(TenantId tenant, SecretRef ref, byte[] sealed, byte[] other) {
    return store.replace(tenant, ref, sealed, other);
  }

  @Override
  public void remove(TenantId tenant, SecretRef ref) {
    store.remove(tenant, ref);
  }
}
