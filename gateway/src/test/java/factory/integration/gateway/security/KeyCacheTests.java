package factory.integration.gateway.security;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.fixture.MemoryKeyStore;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class KeyCacheTests {

  private final MemoryKeyStore store = new MemoryKeyStore();
  private long now;
  private final KeyCache cache = new KeyCache(store, () -> now);

  private static ApiKey key(String id, String hash) {
    return new ApiKey(id, TenantId.DEFAULT, "k", hash, Set.of(), Instant.EPOCH, null);
  }

  @Test
  void readsAKeyOnceASecond() {
    store.save(key("key-1", "h"));
    for (int i = 0; i < 5; i++) {
      assertThat(cache.find("h")).isPresent();
    }
    assertThat(store.reads()).isEqualTo(1);
    now += TimeUnit.SECONDS.toNanos(1);
    cache.find("h");
    assertThat(store.reads()).isEqualTo(2);
  }

  @Test
  void remembersUnknownKeysToo() {
    assertThat(cache.find("h")).isEmpty();
    assertThat(cache.find("h")).isEmpty();
    assertThat(store.reads()).isEqualTo(1);
  }

  @Test
  void noticesAnotherNodesChangeAfterASecond() {
    store.save(key("key-1", "h"));
    cache.find("h");
    store.remove(TenantId.DEFAULT, "key-1");
    assertThat(cache.find("h")).isPresent();
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(cache.find("h")).isEmpty();
    store.save(key("key-1", "h"));
    now += TimeUnit.SECONDS.toNanos(1);
    assertThat(cache.find("h")).isPresent();
  }

  @Test
  void forgetsAtOnceWhenTold() {
    store.save(key("key-1", "h"));
    cache.find("h");
    store.remove(TenantId.DEFAULT, "key-1");
    cache.forget();
    assertThat(cache.find("h")).isEmpty();
  }

  @Test
  void keepsKnownKeysWhileOthersGuess() {
    store.save(key("key-1", "h"));
    cache.find("h");
    for (int i = 0; i < 20_000; i++) {
      cache.find("guess" + i);
    }
    int before = store.reads();
    assertThat(cache.find("h")).isPresent();
    assertThat(store.reads()).isEqualTo(before);
  }
}
