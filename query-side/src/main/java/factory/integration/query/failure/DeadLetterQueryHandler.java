package factory.integration.query.failure;

import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.failure.GetDeadLetter;
import factory.integration.api.messaging.Page;
import factory.integration.query.Cursors;
import factory.integration.query.PageRequest;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what failed for good. */
final class DeadLetterQueryHandler {

  private static final Cursors CURSORS = new Cursors('d');

  private final DeadLetterStore store;

  DeadLetterQueryHandler(DeadLetterStore store) {
    this.store = store;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindDeadLetters query) {
    PageRequest page = CURSORS.request(query.limit(), query.cursor());
    return CURSORS.page(store.find(query, page), DeadLetterDocument::view);
  }

  @QueryHandler
  Optional<DeadLetterView> handle(GetDeadLetter query) {
    return store.get(query.tenant(), query.failureId()).map(DeadLetterDocument::view);
  }
}
