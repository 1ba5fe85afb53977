package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import factory.integration.storage.contract.Happened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.extensions.mongo.DefaultMongoTemplate;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.messaging.MetaData;
import org.bson.Document;

/**
 * The same load on different storage strategies: a reader follows commits of two events; one commit
 * a second becomes visible late. Time is only written on the events, so that the machine's speed
 * plays no part.
 */
final class StrategyComparison {

  private static final Instant START = Instant.parse("2030-01-02T12:00:00Z");
  private static final int EVENTS_A_COMMIT = 2;
  private static final int EVENTS_A_READ = 200;

  private final EventStorageEngine engine;
  private final Function<List<DomainEventMessage<?>>, Runnable> lateWriter;
  private final Set<String> seen = new HashSet<>();
  private TrackingToken token;
  private int largestToken;

  /** What came of it; sizes in bytes as tokens are stored. */
  record Outcome(int appended, int missed, int largestToken, int lastToken) {}

  private StrategyComparison(
      EventStorageEngine engine, Function<List<DomainEventMessage<?>>, Runnable> lateWriter) {
    this.engine = engine;
    this.lateWriter = lateWriter;
  }

  /** One of axon-mongo's own strategies. */
  static StrategyComparison stock(MongoDatabase database, StorageStrategy strategy) {
    EventStorageEngine engine =
        org.axonframework.extensions.mongo.eventsourcing.eventstore.MongoEventStorageEngine
            .builder()
            .mongoTemplate(DefaultMongoTemplate.builder().mongoDatabase(database).build())
            .storageStrategy(strategy)
            .eventSerializer(Happened.serializer())
            .snapshotSerializer(Happened.serializer())
            .build();
    return new StrategyComparison(engine, events -> () -> engine.appendEvents(events));
  }

  static StrategyComparison ours(MongoDatabase database, MongoEventStorageEngine engine) {
    MongoCollection<Document> events = database.getCollection(EventFields.COLLECTION);
    return new StrategyComparison(
        engine,
        late -> {
          PausedPositions positions = new PausedPositions(new PositionCounter(database, 0));
          CommitWriter writer = new CommitWriter(events, positions);
          CompletableFuture<Void> stored =
              CompletableFuture.runAsync(
                  () -> writer.store(EventDocuments.commits(late, Happened.serializer())),
                  Thread::startVirtualThread);
          positions.awaitReserved();
          return () -> {
            positions.resume();
            stored.join();
          };
        });
  }

  Outcome run(int eventsASecond, int seconds, int secondsLate) {
    int commits = eventsASecond * seconds / EVENTS_A_COMMIT;
    int commitsASecond = eventsASecond / EVENTS_A_COMMIT;
    Map<Integer, Runnable> late = new HashMap<>();
    for (int commit = 0; commit < commits; commit++) {
      List<DomainEventMessage<?>> events = events(commit, commitsASecond);
      if (commit % commitsASecond == commitsASecond / 2) {
        late.put(commit + secondsLate * commitsASecond, lateWriter.apply(events));
      } else {
        engine.appendEvents(events);
      }
      late.getOrDefault(commit, () -> {}).run();
      late.remove(commit);
      if (commit * EVENTS_A_COMMIT % EVENTS_A_READ == 0) {
        read();
      }
    }
    late.values().forEach(Runnable::run);
    read();
    int appended = commits * EVENTS_A_COMMIT;
    return new Outcome(appended, appended - seen.size(), largestToken, bytes(token));
  }

  private static List<DomainEventMessage<?>> events(int commit, int commitsASecond) {
    Instant time = START.plusNanos(1_000_000_000L * commit / commitsASecond);
    List<DomainEventMessage<?>> events = new ArrayList<>();
    for (int sequence = 0; sequence < EVENTS_A_COMMIT; sequence++) {
      String id = "%08d-aaaa-bbbb-cccc-%012d".formatted(commit, sequence);
      events.add(
          new GenericDomainEventMessage<>(
              "Thing",
              "a" + commit,
              sequence,
              new Happened(id),
              MetaData.emptyInstance(),
              id,
              time));
    }
    return events;
  }

  private void read() {
    engine.readEvents(token, false).forEach(this::see);
    largestToken = Math.max(largestToken, bytes(token));
  }

  private void see(TrackedEventMessage<?> event) {
    seen.add(event.getIdentifier());
    token = event.trackingToken();
  }

  private static int bytes(TrackingToken token) {
    return Happened.serializer().serialize(token, byte[].class).getData().length;
  }
}
