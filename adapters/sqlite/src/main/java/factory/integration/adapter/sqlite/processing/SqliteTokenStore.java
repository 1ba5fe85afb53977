package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.StoredToken;
import factory.integration.api.messaging.UniqueIds;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens beside the views, so that both advance in one commit. Claims are taken at once; a
 * token that is stored joins the transaction, and fails it when the claim was lost meanwhile.
 */
final class SqliteTokenStore implements TokenStore {

  private final TokenTable table;
  private final InstantSource clock;
  private final UniqueIds ids;
  private final Map<TokenKey, Long> renewedAt = new ConcurrentHashMap<>();

  SqliteTokenStore(TokenTable table, InstantSource clock, UniqueIds ids) {
    this.table = table;
    this.clock = clock;
    this.ids = ids;
  }

  @Override
  public void initializeTokenSegments(String processorName, int segmentCount) {
    initializeTokenSegments(processorName, segmentCount, null);
  }

  @Override
  public void initializeTokenSegments(
      String processorName, int segmentCount, @Nullable TrackingToken initialToken) {
    table.insertAll(processorName, segmentCount, StoredToken.of(initialToken), clock.millis());
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    table.insert(key, StoredToken.of(token), clock.millis());
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    long now = clock.millis();
    table.update(key, StoredToken.of(token), now, () -> renewedAt.put(key, now));
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    long now = clock.millis();
    StoredToken token = table.claim(key, now);
    renewedAt.put(key, now);
    return token.read();
  }

  /** Writes only when a good part of the claim's time has passed: it cannot be lost before. */
  @Override
  public void extendClaim(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    long now = clock.millis();
    long since = now - renewedAt.getOrDefault(key, Long.MIN_VALUE / 2);
    if (since < 0 || since > table.claimMillis() / 4) {
      renewedAt.remove(key);
      table.extend(key, now);
      renewedAt.put(key, now);
    }
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    renewedAt.remove(key);
    table.release(key);
  }

  @Override
  public void deleteToken(String processorName, int segment) throws UnableToClaimTokenException {
    var key = new TokenKey(processorName, segment);
    renewedAt.remove(key);
    table.delete(key);
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return true;
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return table.segments(processorName).stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processorName) {
    int[] all = fetchSegments(processorName);
    return table.claimable(processorName, clock.millis()).stream()
        .map(segment -> Segment.computeSegment(segment, all))
        .toList();
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    return Optional.of(table.storageIdentifier(ids.next()));
  }
}
