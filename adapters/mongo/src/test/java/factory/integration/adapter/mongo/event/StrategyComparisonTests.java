package factory.integration.adapter.mongo.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoFixture;
import java.util.List;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.StorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentpercommit.DocumentPerCommitStorageStrategy;
import org.axonframework.extensions.mongo.eventsourcing.eventstore.documentperevent.DocumentPerEventStorageStrategy;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Why the store has a strategy of its own. {@code docs/adr/0008-mongodb.md} has the figures of
 * {@code -Dstrategies.rate=3000}.
 */
final class StrategyComparisonTests {

  private static final int RATE = Integer.getInteger("strategies.rate", 400);
  private static final int SECONDS = 8;
  private static final int LATE = 5;

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();

  @AfterEach
  void close() {
    nodes.close();
  }

  @Test
  void missesNothingAndKeepsTokensSmall() {
    MongoDatabase database = mongo.database();
    var engine = nodes.engine(database, NoOpEventUpcaster.INSTANCE);
    var outcome = StrategyComparison.ours(database, engine).run(RATE, SECONDS, LATE);
    print("ours", outcome);

    assertThat(outcome.missed()).isZero();
    assertThat(outcome.largestToken()).isLessThan(1024);
  }

  @Test
  void stockStrategiesMissWhatComesLateAndListEveryEventOfTheLastSecond() {
    for (StorageStrategy strategy :
        List.of(new DocumentPerEventStorageStrategy(), new DocumentPerCommitStorageStrategy())) {
      mongo.database().drop();
      var outcome = StrategyComparison.stock(mongo.database(), strategy).run(RATE, SECONDS, LATE);
      print(strategy.getClass().getSimpleName(), outcome);

      assertThat(outcome.missed()).isPositive();
      assertThat(outcome.largestToken()).isGreaterThan(10_000);
    }
  }

  private static void print(String strategy, StrategyComparison.Outcome outcome) {
    System.out.printf("%s at %d events a second: %s%n", strategy, RATE, outcome);
  }
}
