package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.security.ApiKey;
import factory.integration.gateway.security.ApiKeyStore;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A store of API keys. */
public abstract class ApiKeyStoreContract {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId GLOBEX = new TenantId("globex");

  protected abstract ApiKeyStore keys();

  @Test
  void findsAKeyByItsHash() {
    assertThat(keys().isEmpty()).isTrue();
    ApiKey key = key("key-1", ACME, "h1", NOON);
    keys().save(key);

    assertThat(keys().findByHash("h1")).contains(key);
    assertThat(keys().findByHash("h2")).isEmpty();
    assertThat(keys().isEmpty()).isFalse();
  }

  @Test
  void listsATenantsKeysNewestFirst() {
    keys().save(key("key-1", ACME, "h1", NOON));
    keys().save(key("key-2", ACME, "h2", NOON.plusSeconds(1)));
    keys().save(key("key-3", GLOBEX, "h3", NOON));

    assertThat(keys().findByTenant(ACME)).extracting(ApiKey::id).containsExactly("key-2", "key-1");
  }

  @Test
  void replacesAKeyOfTheSameId() {
    keys().save(key("key-1", ACME, "h1", NOON));
    keys().save(key("key-1", ACME, "h2", NOON));

    assertThat(keys().findByHash("h1")).isEmpty();
    assertThat(keys().findByTenant(ACME)).hasSize(1);
  }

  @Test
  void removesAKeyForItsTenantAlone() {
    keys().save(key("key-1", ACME, "h1", NOON));

    assertThat(keys().remove(GLOBEX, "key-1")).isFalse();
    assertThat(keys().remove(ACME, "key-1")).isTrue();
    assertThat(keys().remove(ACME, "key-1")).isFalse();
    assertThat(keys().findByHash("h1")).isEmpty();
  }

  @Test
  void keepsKeysWithoutScopesOrExpiry() {
    ApiKey key = new ApiKey("key-1", ACME, "name", "h1", Set.of(), NOON, null);
    keys().save(key);

    assertThat(keys().findByHash("h1")).contains(key);
  }

  private static ApiKey key(String id, TenantId tenant, String hash, Instant createdAt) {
    return new ApiKey(
        id,
        tenant,
        "name",
        hash,
        Set.of("admin", "events.publish"),
        createdAt,
        NOON.plusSeconds(9));
  }
}
