package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.query.retention.RunningRebuilds;
import java.time.Duration;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.junit.jupiter.api.Test;

/** A token store whose claims last ten seconds. */
public abstract class TokenStoreContract {

  private static final Duration CLAIM = Duration.ofSeconds(10);
  private static final TrackingToken FIVE = new GlobalSequenceTrackingToken(5);
  private static final TrackingToken SIX = new GlobalSequenceTrackingToken(6);

  /** The store as the node of that name uses it; claims time out after ten seconds. */
  protected abstract TokenStore tokenStore(String node);

  protected abstract TransactionManager transactions();

  protected abstract RunningRebuilds rebuilds();

  /** Moves the clock of all nodes. */
  protected abstract void passTime(Duration duration);

  @Test
  void startsEachSegmentWithTheInitialToken() {
    TokenStore store = tokenStore("one");
    store.initializeTokenSegments("p", 3, FIVE);

    assertThat(store.requiresExplicitSegmentInitialization()).isTrue();
    assertThat(store.fetchSegments("p")).containsExactly(0, 1, 2);
    assertThat(store.fetchSegments("other")).isEmpty();
    assertThat(store.fetchToken("p", 2)).isEqualTo(FIVE);
  }

  @Test
  void startsAtTheBeginningWithoutAnInitialToken() {
    TokenStore store = tokenStore("one");
    store.initializeTokenSegments("p", 1);

    assertThat(store.fetchToken("p", 0)).isNull();
  }

  @Test
  void initializesAProcessorOnce() {
    TokenStore store = tokenStore("one");
    store.initializeTokenSegments("p", 1, FIVE);

    assertThatThrownBy(() -> store.initializeTokenSegments("p", 2, SIX))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThat(store.fetchSegments("p")).containsExactly(0);
    assertThat(store.fetchToken("p", 0)).isEqualTo(FIVE);
  }

  @Test
  void keepsAStoredToken() {
    TokenStore store = claimed("one");
    store.storeToken(SIX, "p", 0);

    assertThat(tokenStore("one").fetchToken("p", 0)).isEqualTo(SIX);
  }

  @Test
  void keepsTokensOfAReplay() {
    TokenStore store = claimed("one");
    TrackingToken replay = ReplayToken.createReplayToken(SIX, new GlobalSequenceTrackingToken(0));
    store.storeToken(replay, "p", 0);

    assertThat(store.fetchToken("p", 0)).isEqualTo(replay);
  }

  @Test
  void tellsOfARebuildUntilItIsDone() {
    TokenStore store = claimed("one");
    assertThat(rebuilds().any()).isFalse();

    TrackingToken replay = ReplayToken.createReplayToken(SIX, new GlobalSequenceTrackingToken(0));
    store.storeToken(replay, "p", 0);
    assertThat(rebuilds().any()).isTrue();

    store.storeToken(((ReplayToken) replay).advancedTo(new GlobalSequenceTrackingToken(7)), "p", 0);
    assertThat(rebuilds().any()).isFalse();
  }

  @Test
  void keepsATokenOnlyWhenItsTransactionCommits() {
    TokenStore store = claimed("one");
    Transaction dropped = transactions().startTransaction();
    store.storeToken(SIX, "p", 0);
    dropped.rollback();
    assertThat(store.fetchToken("p", 0)).isEqualTo(FIVE);

    transactions().executeInTransaction(() -> store.storeToken(SIX, "p", 0));
    assertThat(store.fetchToken("p", 0)).isEqualTo(SIX);
  }

  @Test
  void givesATokenToOneNodeAtATime() {
    claimed("one");
    TokenStore two = tokenStore("two");

    assertThatThrownBy(() -> two.fetchToken("p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> two.storeToken(SIX, "p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> two.extendClaim("p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> two.deleteToken("p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThat(two.fetchAvailableSegments("p")).isEmpty();
  }

  @Test
  void knowsNoTokenThatWasNotInitialized() {
    TokenStore store = claimed("one");

    assertThatThrownBy(() -> store.fetchToken("p", 1))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> store.storeToken(SIX, "q", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void passesAReleasedTokenOn() {
    TokenStore one = claimed("one");
    TokenStore two = tokenStore("two");

    two.releaseClaim("p", 0);
    assertThat(two.fetchAvailableSegments("p")).isEmpty();
    one.releaseClaim("p", 0);

    assertThat(two.fetchAvailableSegments("p")).containsExactly(Segment.ROOT_SEGMENT);
    assertThat(two.fetchToken("p", 0)).isEqualTo(FIVE);
  }

  @Test
  void passesATokenOnWhenItsClaimHasRunOut() {
    TokenStore one = claimed("one");
    passTime(CLAIM.plusMillis(1));
    TokenStore two = tokenStore("two");

    assertThat(two.fetchAvailableSegments("p")).hasSize(1);
    assertThat(two.fetchToken("p", 0)).isEqualTo(FIVE);
    assertThatThrownBy(() -> one.storeToken(SIX, "p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
    assertThatThrownBy(() -> one.extendClaim("p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void failsTheTransactionOfANodeThatLostItsClaim() {
    TokenStore one = claimed("one");
    passTime(CLAIM.plusMillis(1));
    tokenStore("two").fetchToken("p", 0);

    assertThatThrownBy(() -> transactions().executeInTransaction(() -> one.storeToken(SIX, "p", 0)))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void holdsAClaimForAsLongAsItIsExtended() {
    TokenStore one = claimed("one");
    for (int i = 0; i < 5; i++) {
      passTime(CLAIM.dividedBy(2));
      one.extendClaim("p", 0);
    }

    assertThatThrownBy(() -> tokenStore("two").fetchToken("p", 0))
        .isInstanceOf(UnableToClaimTokenException.class);
  }

  @Test
  void addsAndDeletesSegments() {
    TokenStore store = claimed("one");
    store.initializeSegment(SIX, "p", 1);
    assertThat(store.fetchSegments("p")).containsExactly(0, 1);

    store.deleteToken("p", 0);
    assertThat(store.fetchSegments("p")).containsExactly(1);
  }

  @Test
  void keepsItsIdentifier() {
    assertThat(tokenStore("one").retrieveStorageIdentifier())
        .isPresent()
        .isEqualTo(tokenStore("two").retrieveStorageIdentifier());
  }

  /** The node's store, with segment 0 of processor {@code p} claimed at position five. */
  private TokenStore claimed(String node) {
    TokenStore store = tokenStore(node);
    store.initializeTokenSegments("p", 1, FIVE);
    store.fetchToken("p", 0);
    return store;
  }
}
