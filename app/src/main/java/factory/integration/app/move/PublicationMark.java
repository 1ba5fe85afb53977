package factory.integration.app.move;

import factory.integration.saga.ProcessingGroups;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/**
 * How far publication is. All other processors find out again what they knew by reading the events
 * from the first one; publication would send everything to the bus once more.
 */
final class PublicationMark {

  private final TokenStore tokens;
  private final TransactionManager transactions;

  PublicationMark(TokenStore tokens, TransactionManager transactions) {
    this.tokens = tokens;
    this.transactions = transactions;
  }

  /** What has surely been published; null for nothing. */
  @Nullable TrackingToken read() {
    return transactions.fetchInTransaction(
        () -> {
          TrackingToken lowest = null;
          boolean first = true;
          for (int segment : tokens.fetchSegments(ProcessingGroups.PUBLICATION)) {
            TrackingToken token = tokens.fetchToken(ProcessingGroups.PUBLICATION, segment);
            tokens.releaseClaim(ProcessingGroups.PUBLICATION, segment);
            if (token == null) {
              return null;
            }
            lowest = first ? token : token.lowerBound(lowest);
            first = false;
          }
          return lowest;
        });
  }

  /** Lets publication begin behind the token. */
  void set(TrackingToken published) {
    transactions.executeInTransaction(
        () -> tokens.initializeTokenSegments(ProcessingGroups.PUBLICATION, 1, published));
  }
}
