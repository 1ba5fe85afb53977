package factory.integration.adapter.mongo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.axon.ClaimedTokenStore;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.query.retention.RunningRebuilds;
import factory.integration.storage.contract.TokenStoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoTokenStoreTests extends TokenStoreContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private long nanos;
  private Instant now = Instant.parse("2030-01-02T12:00:00Z");

  @Override
  protected TokenStore tokenStore(String node) {
    TokenCollection tokens =
        new TokenCollection(
            mongo.database(), node, Duration.ofSeconds(10), writes, () -> now, () -> nanos);
    return new ClaimedTokenStore(tokens, () -> now, new UniqueIds(() -> now)::next);
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }

  @Override
  protected RunningRebuilds rebuilds() {
    return () -> TokenCollection.hasReplay(mongo.database(), List.of("p"));
  }

  @Override
  protected void passTime(Duration duration) {
    now = now.plus(duration);
  }

  @Test
  void passesATokenOnThoughItsDeadOwnersClockWasAhead() {
    TokenStore ahead = tokenStore("ahead");
    TokenStore other = tokenStore("other");
    ahead.initializeTokenSegments("p", 1, null);
    now = now.plusSeconds(3600);
    ahead.fetchToken("p", 0);
    now = now.minusSeconds(3600);
    assertThat(other.fetchAvailableSegments("p")).isEmpty();
    nanos += Duration.ofSeconds(21).toNanos();
    assertThat(other.fetchAvailableSegments("p")).hasSize(1);
    assertThat(other.fetchToken("p", 0)).isNull();
  }

  @Test
  void leavesALivingOwnerItsTokenThoughItsClockIsAhead() {
    TokenStore ahead = tokenStore("ahead");
    TokenStore other = tokenStore("other");
    ahead.initializeTokenSegments("p", 1, null);
    for (int i = 0; i < 10; i++) {
      now = now.plusSeconds(3605);
      ahead.fetchToken("p", 0);
      now = now.minusSeconds(3600);
      assertThat(other.fetchAvailableSegments("p")).isEmpty();
      nanos += Duration.ofSeconds(5).toNanos();
    }
  }

  @Test
  void keepsTokensWithGaps() {
    TrackingToken token = GapAwareTrackingToken.newInstance(9, List.of(3L, 5L));
    TrackingToken replay = ReplayToken.createReplayToken(token, null);
    TokenStore store = tokenStore("one");
    store.initializeTokenSegments("p", 1, token);
    assertThat(store.fetchToken("p", 0)).isEqualTo(token);

    store.storeToken(replay, "p", 0);

    assertThat(store.fetchToken("p", 0)).isEqualTo(replay);
  }

  @Test
  void storesTheSameTokenAgain() {
    TrackingToken token = GapAwareTrackingToken.newInstance(9, List.of());
    TokenStore store = tokenStore("one");
    store.initializeTokenSegments("p", 1, token);
    store.fetchToken("p", 0);

    store.storeToken(token, "p", 0);
    store.storeToken(token, "p", 0);

    assertThat(store.fetchToken("p", 0)).isEqualTo(token);
  }
}
