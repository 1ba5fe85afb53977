package factory.integration.gateway.security;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Spares the store a read per request. Another node's change shows within a second, this node's at
 * once. Known and unknown keys have separate room, so that guessing does not push out real ones.
 */
final class KeyCache {

  private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MAX_ENTRIES = 10_000;

  private record Entry(@Nullable ApiKey key, long readAt, long generation) {}

  private final ApiKeyStore store;
  private final LongSupplier nanoTime;
  private final AtomicLong generation = new AtomicLong();
  private final Map<String, Entry> known = new ConcurrentHashMap<>();
  private final Map<String, Entry> unknown = new ConcurrentHashMap<>();

  KeyCache(ApiKeyStore store, LongSupplier nanoTime) {
    this.store = store;
    this.nanoTime = nanoTime;
  }

  Optional<ApiKey> find(String hash) {
    Entry entry = known.get(hash);
    if (entry == null) {
      entry = unknown.get(hash);
    }
    if (entry == null || !isFresh(entry)) {
      entry = read(hash);
    }
    return Optional.ofNullable(entry.key());
  }

  /** Drops everything read so far, also what is being read right now. */
  void forget() {
    generation.incrementAndGet();
    known.clear();
    unknown.clear();
  }

  private boolean isFresh(Entry entry) {
    return entry.generation() == generation.get()
        && nanoTime.getAsLong() - entry.readAt() < MAX_AGE_NANOS;
  }

  private Entry read(String hash) {
    long before = generation.get();
    long now = nanoTime.getAsLong();
    Entry entry = new Entry(store.findByHash(hash).orElse(null), now, before);
    boolean exists = entry.key() != null;
    keep(exists ? known : unknown, hash, entry);
    (exists ? unknown : known).remove(hash);
    return entry;
  }

  private static void keep(Map<String, Entry> entries, String hash, Entry entry) {
    if (entries.size() >= MAX_ENTRIES) {
      entries.clear();
    }
    entries.put(hash, entry);
  }
}
