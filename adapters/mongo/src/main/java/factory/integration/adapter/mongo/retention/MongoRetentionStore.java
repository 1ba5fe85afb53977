package factory.integration.adapter.mongo.retention;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetainedKind;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.Swept;
import java.time.Instant;
import java.util.List;

/** Purges the collections of the read models; their own stores make the indexes. */
final class MongoRetentionStore implements RetentionStore {

  private final RetentionClaim claim;
  private final CallPurge calls;
  private final PayloadPurge payloads;
  private final AttemptPurge attempts;
  private final DeadLetterPurge deadLetters;
  private final EventPurge events;

  MongoRetentionStore(MongoDatabase database) {
    Documents integrationEvents = documents(database, "integration_event");
    Documents sourceEvents = documents(database, "source_event");
    LargeTexts data = new LargeTexts(database, "source_event_data");
    LargeTexts callTexts = new LargeTexts(database, "communication_log_text");
    OpenDeliveries open = new OpenDeliveries(integrationEvents);
    LaterRouting routing = new LaterRouting(documents(database, "source_event_routing"));
    this.claim = new RetentionClaim(documents(database, "retention"));
    this.calls = new CallPurge(documents(database, "communication_log"), callTexts, open);
    this.payloads = new PayloadPurge(sourceEvents, data, open, routing);
    this.attempts = new AttemptPurge(integrationEvents);
    this.deadLetters = new DeadLetterPurge(documents(database, "dead_letter_view"), open);
    this.events = new EventPurge(sourceEvents, data, open, routing);
  }

  private static Documents documents(MongoDatabase database, String collection) {
    return new Documents(database, collection, List.of());
  }

  @Override
  public boolean claim(String node, Instant now, Instant until) {
    return claim.take(node, now, until);
  }

  @Override
  public Swept sweep(RetainedKind kind, KeySpan span) {
    return switch (kind) {
      case COMMUNICATION_LOGS -> calls.sweep(span);
      case PAYLOADS -> payloads.sweep(span);
      case INTEGRATION_EVENTS -> attempts.sweep(span);
      case DEAD_LETTERS -> deadLetters.sweep(span);
      case EVENTS -> events.sweep(span);
    };
  }
}
