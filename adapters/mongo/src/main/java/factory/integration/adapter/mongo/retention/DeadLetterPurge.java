package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/** Removes dead letters, except of deliveries that are tried again. */
record DeadLetterPurge(Documents letters, OpenDeliveries open) implements Purge {

  private static final Json<DeadLetterView> VIEW = new Json<>(new TypeReference<>() {});

  @Override
  public Swept sweep(KeySpan span) {
    List<Document> found = letters.list(RetentionQueries.deadLetters(span));
    Map<String, String> deliveries = new HashMap<>();
    found.forEach(
        letter -> deliveries.put(letter.getString(RetentionQueries.ID), deliveryOf(letter)));
    Set<String> kept = open.among(Set.copyOf(deliveries.values()));
    deliveries.values().removeAll(kept);
    if (!deliveries.isEmpty()) {
      letters.remove(RetentionQueries.ids(deliveries.keySet()));
    }
    return Purge.swept(deliveries.size(), found, RetentionQueries.ENTRY, span);
  }

  private static String deliveryOf(Document letter) {
    return VIEW.read(letter.getString("view")).workId().value();
  }
}
