package factory.integration.adapter.mongo.work;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.mongo.CountedDatabase;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.saga.deadline.ScheduledDeadline;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class WorkQueryIndexTests {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  @RegisterExtension private final CountedDatabase mongo = new CountedDatabase();

  @Test
  void asksAlongIndexes() {
    Stream.of(
            MongoDueWork.owned("one", "e", 0),
            MongoDeadlineStore.due(NOON, NOON.plusSeconds(30)),
            DueOwners.leased(NOON))
        .forEach(WorkQueryIndexTests::assertAllKeysAsked);
  }

  @Test
  void claimsInTwoRoundTripsWhereNobodyElseDoes() {
    MongoDeadlineStore store = new MongoDeadlineStore(mongo.database(), new MongoWrites());
    for (int i = 0; i < 20; i++) {
      store.save(new ScheduledDeadline("d" + i, "retry", NOON, "{}", "S", "", "", "{}"));
    }
    mongo.forget();

    assertThat(store.claimDue("me", NOON, NOON.plusSeconds(30), 20)).hasSize(20);
    assertThat(mongo.commands()).isEqualTo(2);
  }

  @Test
  void cancelsOnlyWhatWasScheduledBefore() {
    MongoWrites writes = new MongoWrites();
    MongoDeadlineStore store = new MongoDeadlineStore(mongo.database(), writes);
    store.save(new ScheduledDeadline("old", "retry", NOON, "{}", "S", "", "", "{}"));
    writes
        .transactions()
        .executeInTransaction(
            () -> {
              store.save(new ScheduledDeadline("gone", "retry", NOON, "{}", "S", "", "", "{}"));
              store.removeAllWithin("retry", "{}");
              store.save(new ScheduledDeadline("new", "retry", NOON, "{}", "S", "", "", "{}"));
            });

    assertThat(store.claimDue("me", NOON, NOON.plusSeconds(30), 20))
        .extracting(ScheduledDeadline::id)
        .containsExactly("new");
  }

  private static void assertAllKeysAsked(Query query) {
    assertThat(query.filter().keySet()).containsAll(query.index().keys().keySet());
  }
}
