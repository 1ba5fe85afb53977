package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.MongoIndex;
import java.util.List;
import org.bson.Document;

/** Indexes of the read models that only retention uses, to find the oldest of all tenants. */
public final class AgeIndexes {

  /** Entries of the events log, attempts and dead letters. */
  public static final MongoIndex ENTRIES = MongoIndex.ascending(ViewQuery.ENTRY);

  /**
   * Events whose data and words are still there. It runs the other way because two indexes with the
   * same keys could not be told apart in a hint.
   */
  public static final MongoIndex PAYLOADS =
      new MongoIndex(new Document(ViewQuery.ENTRY, -1), List.of(SourceEventQueries.WORDS), false);

  /** Documents of calls. */
  public static final MongoIndex CALLS = MongoIndex.ascending(CallBuckets.NEWEST);

  /** Attempts by their call, where they are not successful. */
  public static final MongoIndex FAILED_CALLS =
      new MongoIndex(
          new Document(IntegrationEventFields.LOG_ENTRY, 1),
          List.of(IntegrationEventQueries.UNSUCCESSFUL, IntegrationEventFields.LOG_ENTRY),
          false);

  private AgeIndexes() {}
}
