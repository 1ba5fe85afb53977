package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.WorkIds;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.Swept;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;

/** Removes all attempts of a delivery when its latest one is of age. */
record AttemptPurge(Documents attempts) implements Purge {

  @Override
  public Swept sweep(KeySpan span) {
    List<Document> found = attempts.list(RetentionQueries.attempts(span));
    List<String> latest = new ArrayList<>();
    List<String> earlier = new ArrayList<>();
    for (Document attempt : found) {
      if (isLatestOfClosed(attempt)) {
        latest.add(attempt.getString(RetentionQueries.ID));
        addEarlier(attempt, earlier);
      }
    }
    int purged = latest.isEmpty() ? 0 : remove(latest, earlier);
    return Purge.swept(purged, found, RetentionQueries.ENTRY, span);
  }

  private static boolean isLatestOfClosed(Document attempt) {
    return attempt.getBoolean(RetentionQueries.CURRENT)
        && !RetentionQueries.OPEN.contains(attempt.getString(RetentionQueries.STATUS));
  }

  private static void addEarlier(Document latest, List<String> ids) {
    WorkId delivery = WorkIds.parse(latest.getString(RetentionQueries.DELIVERY));
    for (int attempt = 1; attempt < latest.getInteger("attempt"); attempt++) {
      ids.add(IntegrationEventId.of(delivery, attempt).value());
    }
  }

  /** The latest last, by which the others are found, and only if it still is the latest. */
  private int remove(List<String> latest, List<String> earlier) {
    long removed = earlier.isEmpty() ? 0 : attempts.remove(RetentionQueries.ids(earlier));
    Document stillLatest = RetentionQueries.ids(latest).append(RetentionQueries.CURRENT, true);
    return Math.toIntExact(removed + attempts.remove(stillLatest));
  }
}
