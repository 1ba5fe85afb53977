package factory.integration.gateway.security;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Issues, checks and revokes API keys. */
final class ApiKeys {

  private static final int KEY_BYTES = 32;

  /** A new key and, this once, its text. */
  record Issued(ApiKey key, String text) {

    @Override
    public String toString() {
      return "Issued[" + key.id() + "]";
    }
  }

  private final ApiKeyStore store;
  private final KeyCache cache;
  private final UniqueIds ids;
  private final InstantSource clock;
  private final SecureRandom random = new SecureRandom();

  ApiKeys(ApiKeyStore store, KeyCache cache, UniqueIds ids, InstantSource clock) {
    this.store = store;
    this.cache = cache;
    this.ids = ids;
    this.clock = clock;
  }

  /** The key of that text when it exists and has not expired. */
  Optional<ApiKey> valid(String text) {
    return cache.find(hashOf(text)).filter(this::isAlive);
  }

  private boolean isAlive(ApiKey key) {
    return key.expiresAt() == null || clock.instant().isBefore(key.expiresAt());
  }

  Issued issue(TenantId tenant, String name, Set<String> scopes, @Nullable Instant expiresAt) {
    return save("key-" + ids.next(), newText(), tenant, name, scopes, expiresAt);
  }

  /** Makes the text the platform's own admin key, in place of the one before. */
  void saveAdmin(String id, String text) {
    save(id, text, TenantId.DEFAULT, "first admin key", Set.of(Scope.ADMIN.label()), null);
  }

  private Issued save(
      String id,
      String text,
      TenantId tenant,
      String name,
      Set<String> scopes,
      @Nullable Instant expiresAt) {
    ApiKey key = new ApiKey(id, tenant, name, hashOf(text), scopes, clock.instant(), expiresAt);
    store.save(key);
    cache.forget();
    return new Issued(key, text);
  }

  /** Under what a key is stored; enough for keys of 256 random bits. */
  static String hashOf(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  String newText() {
    byte[] bytes = new byte[KEY_BYTES];
    random.nextBytes(bytes);
    return "key_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  List<ApiKey> of(TenantId tenant) {
    return store.findByTenant(tenant);
  }

  /** Whether there was such a key; it is refused from now on. */
  boolean revoke(TenantId tenant, String id) {
    boolean removed = store.remove(tenant, id);
    cache.forget();
    return removed;
  }
}
