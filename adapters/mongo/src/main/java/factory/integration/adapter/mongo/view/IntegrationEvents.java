package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;

/** Reads attempts. A delivery's status stands in its latest attempt and is shown in each. */
final class IntegrationEvents {

  private final Documents documents;
  private final TextMatches matches;

  IntegrationEvents(MongoDatabase database, TextMatches matches) {
    this.documents = new Documents(database, "integration_event", IntegrationEventQueries.INDEXES);
    this.matches = matches;
  }

  Documents documents() {
    return documents;
  }

  List<IntegrationEventDocument> list(Query query) {
    List<Document> found = documents.list(query);
    Map<String, String> statuses = statuses(found);
    found.forEach(
        attempt ->
            attempt.computeIfPresent(
                IntegrationEventFields.DELIVERY_STATUS,
                (_, own) ->
                    statuses.getOrDefault(
                        attempt.getString(IntegrationEventFields.DELIVERY), (String) own)));
    return found.stream().map(IntegrationEventFields::read).toList();
  }

  /** Of the deliveries whose latest attempt may not be among these. */
  private Map<String, String> statuses(List<Document> found) {
    Set<String> deliveries =
        found.stream()
            .filter(attempt -> !attempt.getBoolean(IntegrationEventQueries.CURRENT))
            .map(attempt -> attempt.getString(IntegrationEventFields.DELIVERY))
            .collect(Collectors.toSet());
    Map<String, String> statuses = HashMap.newHashMap(deliveries.size());
    if (!deliveries.isEmpty()) {
      documents
          .list(IntegrationEventQueries.latestOf(deliveries))
          .forEach(
              latest ->
                  statuses.put(
                      latest.getString(IntegrationEventFields.DELIVERY),
                      latest.getString(IntegrationEventFields.DELIVERY_STATUS)));
    }
    return statuses;
  }

  /** Attempts whose event's data holds all words. */
  Slice<IntegrationEventDocument> matching(
      FindIntegrationEvents query, List<String> words, PageRequest page) {
    return matches.find(
        query.tenant(),
        words,
        page,
        IntegrationEventDocument::key,
        attempt -> Objects.requireNonNull(attempt.eventId()).value(),
        eventIds -> ofEvents(query, eventIds));
  }

  private List<IntegrationEventDocument> ofEvents(
      FindIntegrationEvents query, List<String> eventIds) {
    Query found = IntegrationEventQueries.ofEvents(query, eventIds);
    return found == null ? List.of() : list(found);
  }
}
