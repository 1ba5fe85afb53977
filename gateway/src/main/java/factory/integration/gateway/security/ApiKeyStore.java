package factory.integration.gateway.security;

import factory.integration.api.messaging.TenantId;
import java.util.List;
import java.util.Optional;

/** Keeps API keys durably; every write is on disk when it returns. */
public interface ApiKeyStore {

  /** Adds a key; one with the same id is replaced. */
  void save(ApiKey key);

  Optional<ApiKey> findByHash(String hash);

  /** The tenant's keys, newest first. */
  List<ApiKey> findByTenant(TenantId tenant);

  /** Removes the tenant's key; answers whether there was one. */
  boolean remove(TenantId tenant, String id);

  /** Whether there is no key at all. */
  boolean isEmpty();
}
