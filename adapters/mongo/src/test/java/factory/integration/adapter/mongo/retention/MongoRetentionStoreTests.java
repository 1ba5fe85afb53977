package factory.integration.adapter.mongo.retention;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.sourceevent.EventId;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.retention.KeySpan;
import factory.integration.query.retention.RetentionStore;
import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.RetentionStoreContract;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.axonframework.common.transaction.TransactionManager;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class MongoRetentionStoreTests extends RetentionStoreContract {

  private static final KeySpan SPAN = new KeySpan(1, 9, 4);
  private static final List<String> SOME = List.of("evt-1", "evt-2");

  @RegisterExtension private final Stores stores = new Stores();

  @Override
  protected ReadModels readModels() {
    return stores.readModels();
  }

  @Override
  protected RetentionStore retention() {
    return stores.bean(RetentionStore.class);
  }

  @Test
  void letsOneNodePurgeAtATime() {
    Instant noon = Instant.parse("2026-06-11T12:00:00Z");
    assertThat(retention().claim("one", noon, noon.plusSeconds(60))).isTrue();
    assertThat(retention().claim("two", noon, noon.plusSeconds(60))).isFalse();
    assertThat(retention().claim("two", noon.plusSeconds(61), noon.plusSeconds(90))).isTrue();
    assertThat(retention().claim("one", noon.plusSeconds(62), noon.plusSeconds(90))).isFalse();
  }

  @Test
  void removesWhatWasDecidedForManyEventsWithTheLastOfThem() {
    EventLogStore log = stores.bean(EventLogStore.class);
    stores
        .bean(TransactionManager.class)
        .executeInTransaction(() -> SOME.forEach(id -> log.route(new EventId(id), List.of())));
    MongoCollection<Document> buckets = stores.database().getCollection("source_event_routing");
    LaterRouting routing =
        new LaterRouting(
            new Documents(
                stores.database(), buckets.getNamespace().getCollectionName(), List.of()));

    routing.remove(SOME.subList(0, 1));
    assertThat(routing.undecided(SOME.stream().map(id -> new Document("_id", id)).toList()))
        .containsExactly(SOME.getFirst());
    assertThat(buckets.countDocuments()).isOne();
    routing.remove(SOME);
    assertThat(buckets.countDocuments()).isZero();
  }

  static Stream<Arguments> queries() {
    return Stream.of(
        Arguments.of("communication_log", RetentionQueries.calls(SPAN)),
        Arguments.of("source_event", RetentionQueries.payloads(SPAN)),
        Arguments.of("source_event", RetentionQueries.events(SPAN)),
        Arguments.of("source_event", RetentionQueries.repetitions(SOME, 1)),
        Arguments.of("source_event_routing", RetentionQueries.routing(SOME)),
        Arguments.of("integration_event", RetentionQueries.attempts(SPAN)),
        Arguments.of("integration_event", RetentionQueries.attemptsOf(SOME)),
        Arguments.of("integration_event", RetentionQueries.openOf(SOME)),
        Arguments.of("integration_event", RetentionQueries.failedAttempts(List.of(1L, 2L))),
        Arguments.of("dead_letter_view", RetentionQueries.deadLetters(SPAN)));
  }

  @ParameterizedTest
  @MethodSource("queries")
  void runsOnAnIndexThatTheCollectionHas(String collection, Query query) {
    List<Document> indexes =
        stores.database().getCollection(collection).listIndexes().into(new ArrayList<>());
    Set<String> keys = query.index().keys().keySet();
    assertThat(indexes)
        .extracting(index -> index.get("key", Document.class).toJson())
        .contains(query.index().keys().toJson());
    assertThat(query.filter()).containsKey(keys.iterator().next());
    assertThat(query.filter().keySet()).containsAll(query.index().present());
  }

  @ParameterizedTest
  @MethodSource("queries")
  @EnabledIfEnvironmentVariable(named = "MONGODB_URI", matches = ".+")
  void scansNoCollectionAndSortsNothing(String collection, Query query) {
    Document plan =
        stores
            .database()
            .getCollection(collection)
            .find(query.filter())
            .hint(query.index().keys())
            .sort(query.sort())
            .limit(query.limit())
            .explain()
            .get("queryPlanner", Document.class)
            .get("winningPlan", Document.class);
    assertThat(plan.toJson()).doesNotContain("COLLSCAN").doesNotContain("\"SORT\"");
  }
}
