package factory.integration.saga.oauth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens in memory. Whoever needs one that is missing or about to expire waits for the one
 * call that fetches it; a failure counts for all who ask within the next seconds, so that an
 * endpoint that is down meets no stampede.
 */
public final class AccessTokens {

  private static final int CAPACITY = 10_000;
  private static final Duration LONGEST_MARGIN = Duration.ofSeconds(60);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);

  private final InstantSource clock;
  private final SequencedMap<String, IssuedToken> tokens = new LinkedHashMap<>(16, 0.75f, true);
  private final Map<String, CompletableFuture<IssuedToken>> flights = new ConcurrentHashMap<>();
  private final Map<String, Failure> failures = new ConcurrentHashMap<>();

  public AccessTokens(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * The token of that name.
   *
   * @param issuer fetches one; called by one thread at a time for a name
   * @throws TokenRefused when there is none that is valid, and none can be fetched
   */
  public IssuedToken get(String name, Supplier<IssuedToken> issuer) {
    IssuedToken known = find(name);
    return known != null && isFresh(known) ? known : fetched(name, issuer);
  }

  /** Does not give this token again: the other side refused it. */
  public void forget(String name, String accessToken) {
    synchronized (tokens) {
      IssuedToken known = tokens.get(name);
      if (known != null && known.accessToken().equals(accessToken)) {
        tokens.remove(name);
      }
    }
  }

  private IssuedToken fetched(String name, Supplier<IssuedToken> issuer) {
    CompletableFuture<IssuedToken> mine = new CompletableFuture<>();
    CompletableFuture<IssuedToken> running = flights.putIfAbsent(name, mine);
    if (running != null) {
      return result(running);
    }
    try {
      mine.complete(freshOrIssued(name, issuer));
    } catch (RuntimeException e) {
      mine.completeExceptionally(e);
    } finally {
      flights.remove(name, mine);
    }
    return result(mine);
  }

  /** Another thread may have fetched one just before this one began. */
  private IssuedToken freshOrIssued(String name, Supplier<IssuedToken> issuer) {
    IssuedToken known = find(name);
    if (known != null && isFresh(known)) {
      return known;
    }
    try {
      throwRecentFailure(name);
      IssuedToken issued = issuer.get();
      keep(name, issued);
      return issued;
    } catch (TokenRefused e) {
      failures.putIfAbsent(name, new Failure(e, clock.instant().plus(PAUSE_AFTER_FAILURE)));
      if (known != null && known.expiresAt().isAfter(clock.instant())) {
        return known;
      }
      throw e;
    }
  }

  private void throwRecentFailure(String name) {
    Failure failure = failures.get(name);
    if (failure != null) {
      if (failure.until().isAfter(clock.instant())) {
        throw failure.refusal();
      }
      failures.remove(name, failure);
    }
  }

  /** Within its life's last tenth, at most a minute, a token is replaced before it expires. */
  private boolean isFresh(IssuedToken token) {
    Duration margin = Duration.between(token.issuedAt(), token.expiresAt()).dividedBy(10);
    Duration kept = margin.compareTo(LONGEST_MARGIN) > 0 ? LONGEST_MARGIN : margin;
    return clock.instant().isBefore(token.expiresAt().minus(kept));
  }

  private @Nullable IssuedToken find(String name) {
    synchronized (tokens) {
      return tokens.get(name);
    }
  }

  private void keep(String name, IssuedToken token) {
    failures.remove(name);
    synchronized (tokens) {
      tokens.put(name, token);
      if (tokens.size() > CAPACITY) {
        tokens.pollFirstEntry();
      }
    }
  }

  private static IssuedToken result(CompletableFuture<IssuedToken> flight) {
    try {
      return flight.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private record Failure(TokenRefused refusal, Instant until) {}
}
