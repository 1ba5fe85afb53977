package factory.integration.adapter.mongo.processing;

import factory.integration.adapter.axon.TokenKey;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Claims that their owner has not renewed for long, by this node's own patience: no clock of
 * another node is asked. It is how one gets past a dead node whose clock was far ahead.
 */
final class SilentClaims {

  private final long patienceNanos;
  private final LongSupplier nanoTime;
  private final Map<TokenKey, Seen> seen = new ConcurrentHashMap<>();

  /** A claim as it stands in the store. */
  record Claim(@Nullable String owner, long claimedAt) {}

  private record Seen(Claim claim, long since) {}

  /**
   * @param patienceMillis longer than any living owner leaves its claim alone
   */
  SilentClaims(long patienceMillis, LongSupplier nanoTime) {
    this.patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
    this.nanoTime = nanoTime;
  }

  /** Whether the claim has stood like this since it was first looked at, long ago. */
  boolean look(TokenKey key, Claim claim) {
    long now = nanoTime.getAsLong();
    Seen known =
        seen.compute(
            key,
            (_, before) ->
                before != null && before.claim().equals(claim) ? before : new Seen(claim, now));
    return now - known.since() > patienceNanos;
  }

  /** The claim that was silent at the last look; null when there is none. */
  @Nullable Claim silent(TokenKey key) {
    Seen known = seen.get(key);
    return known != null && nanoTime.getAsLong() - known.since() > patienceNanos
        ? known.claim()
        : null;
  }
}
