package factory.integration.query.eventlog;

import factory.integration.api.messaging.Page;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.GetSourceEvent;
import factory.integration.api.sourceevent.SourceEventView;
import factory.integration.query.Cursors;
import factory.integration.query.PageRequest;
import factory.integration.query.search.Words;
import java.util.List;
import java.util.Optional;
import org.axonframework.queryhandling.QueryHandler;
import org.jspecify.annotations.Nullable;

/** Answers what came in. */
final class EventLogQueryHandler {

  private static final Cursors CURSORS = new Cursors('e');

  private final EventLogStore store;
  private final DeliveriesOfEvent deliveries;

  EventLogQueryHandler(EventLogStore store, DeliveriesOfEvent deliveries) {
    this.store = store;
    this.deliveries = deliveries;
  }

  /** Answers a raw page, since Axon matches query handlers by the class they answer alone. */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindSourceEvents query) {
    PageRequest page = CURSORS.request(query.limit(), query.cursor());
    @Nullable List<String> words = Words.inQuery(query.text());
    return CURSORS.page(store.find(query, words, page), SourceEventDocument::view);
  }

  @QueryHandler
  Optional<SourceEventView> handle(GetSourceEvent query) {
    return store.get(query.tenant(), query.eventId()).map(entry -> complete(entry, query));
  }

  private SourceEventView complete(SourceEventDocument entry, GetSourceEvent query) {
    return entry.view(
        store.routing(query.eventId()), deliveries.latestAttempts(query.tenant(), query.eventId()));
  }
}
