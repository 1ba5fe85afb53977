package factory.integration.adapter.mongo.processing;

import factory.integration.adapter.axon.StoredToken;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.messaging.UniqueIds;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens. Claims are taken at once; a token that is stored joins the transaction: it is the
 * last thing written, after the events and whatever else the batch led to. Storing it fails when
 * the claim was lost, and so does the transaction, before its first write, when it is lost later.
 */
final class MongoTokenStore implements TokenStore {

  private final TokenCollection tokens;
  private final MongoWrites writes;
  private final InstantSource clock;
  private final UniqueIds ids;
  private final Map<TokenKey, Long> renewedAt = new ConcurrentHashMap<>();

  MongoTokenStore(TokenCollection tokens, MongoWrites writes, InstantSource clock, UniqueIds ids) {
    this.tokens = tokens;
    this.writes = writes;
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
    if (fetchSegments(processorName).length > 0) {
      throw new UnableToClaimTokenException("processor " + processorName + " has tokens already");
    }
    List<TokenKey> keys =
        IntStream.range(0, segmentCount)
            .mapToObj(each -> new TokenKey(processorName, each))
            .toList();
    tokens.insert(keys, StoredToken.of(initialToken), clock.millis());
  }

  @Override
  public void initializeSegment(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    tokens.insert(List.of(key), StoredToken.of(token), clock.millis());
  }

  @Override
  public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    StoredToken stored = StoredToken.of(token);
    renew(key, tokens.claimMillis() / 2);
    writes.check(() -> renew(key, tokens.claimMillis() / 2));
    writes.finish(
        () -> {
          long now = clock.millis();
          tokens.update(key, stored, now);
          renewedAt.put(key, now);
        });
  }

  @Override
  public @Nullable TrackingToken fetchToken(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    long now = clock.millis();
    StoredToken token = tokens.claim(key, now);
    renewedAt.put(key, now);
    return token.read();
  }

  /** Writes only when a good part of the claim's time has passed: it cannot be lost before. */
  @Override
  public void extendClaim(String processorName, int segment) {
    renew(new TokenKey(processorName, segment), tokens.claimMillis() / 4);
  }

  private void renew(TokenKey key, long afterMillis) {
    long now = clock.millis();
    long since = now - renewedAt.getOrDefault(key, Long.MIN_VALUE / 2);
    if (since < 0 || since > afterMillis) {
      renewedAt.remove(key);
      tokens.extend(key, now);
      renewedAt.put(key, now);
    }
  }

  @Override
  public void releaseClaim(String processorName, int segment) {
    var key = new TokenKey(processorName, segment);
    renewedAt.remove(key);
    tokens.release(key);
  }

  @Override
  public void deleteToken(String processorName, int segment) throws UnableToClaimTokenException {
    var key = new TokenKey(processorName, segment);
    renewedAt.remove(key);
    tokens.delete(key);
  }

  @Override
  public boolean requiresExplicitSegmentInitialization() {
    return true;
  }

  @Override
  public int[] fetchSegments(String processorName) {
    return tokens.segments(processorName).stream().mapToInt(Integer::intValue).toArray();
  }

  @Override
  public List<Segment> fetchAvailableSegments(String processorName) {
    int[] all = fetchSegments(processorName);
    return tokens.claimable(processorName, clock.millis()).stream()
        .map(segment -> Segment.computeSegment(segment, all))
        .toList();
  }

  @Override
  public Optional<String> retrieveStorageIdentifier() {
    return Optional.of(tokens.storageIdentifier(ids.next()));
  }
}
