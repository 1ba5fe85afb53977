package factory.integration.adapter.axon;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens and the claims on them. Claims are taken at once; a token that is stored joins the
 * transaction, and fails it when the claim was lost meanwhile.
 */
public final class ClaimedTokenStore implements TokenStore {

  private final TokenRows rows;
  private final InstantSource clock;
  private final Supplier<String> ids;
  private final Map<TokenKey, Long> renewedAt = new ConcurrentHashMap<>();

  /**
   * @param ids gives the store its id, unlike all others, when it has none
   */
  public ClaimedTokenStore(TokenRows rows, InstantSource clock, Supplier<String> ids) {
    this.rows = rows;
    this.clock = clock;
    this.ids = ids;
  }

  private final class OwnClaim implements TokenRows.Claim {

    private final TokenKey key;

    private OwnClaim(TokenKey key) {
      this.key = key;
    }

    @Override
    public void renew(long afterMillis) {
      long now = clock.millis();
      long since = now - renewedAt.getOrDefault(key, Long.MIN_VALUE / 2);
      if (since < 0 || since > afterMillis) {
        renewedAt.remove(key);
        rows.extend(key, now);
        renewedAt.put(key, now);
      }
    }

    @Override
    public void renewedAt(long now) {
      renewedAt.put(key, now);
    }
  }

  @Override
  public void initializeTokenSegments(String processorName, int segmentCount) {
    initializeTokenSegments(processorName, segmentCount, null);
  }

  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    if (fetchSegments(processorName).length > 0) {
      throw new UnableToClaimTokenException("processor " + processorName + " has tokens already");
    }
    List<TokenKey> keys =
        IntStream.range(0, segmentCount)
            .mapToObj(each -> new TokenKey(processorName, each))
            .toList();
    rows.insert(keys, StoredToken.of(initialToken), clock.millis());
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    rows.insert(List.of(key), StoredToken.of(token), clock.millis());
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    rows.store(key, StoredToken.of(token), clock.millis(), new OwnClaim(key));
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    long now = clock.millis();
    StoredToken token = rows.claim(key, now);
    renewedAt.put(key, now);
    return token.read();
  }

  /** Writes only when a good part of the claim's time has passed: it cannot be lost before. */
  @Override
  public void extendClaim(String processorName, int segment) {
    new OwnClaim(new TokenKey(processorName, segment)).renew(rows.claimMillis() / 4);
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    rows.release(forget(processorName, segment));
  }

  @Override
  public void deleteToken(String processorName, int segment) throws UnableToClaimTokenException {
    rows.delete(forget(processorName, segment));
  }

  private TokenKey forget(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    renewedAt.remove(key);
    return key;
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return true;
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return rows.segments(processorName).stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processorName) {
    int[] all = fetchSegments(processorName);
    return rows.claimable(processorName, clock.millis()).stream()
        .map(segment -> Segment.computeSegment(segment, all))
        .toList();
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    return Optional.of(rows.storageIdentifier(ids.get()));
  }
}
