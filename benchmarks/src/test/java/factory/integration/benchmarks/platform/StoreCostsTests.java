package factory.integration.benchmarks.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StoreCostsTests {

  private static final String BEFORE =
      """
      # TYPE platform_mongo_documents_total counter
      platform_mongo_documents_total{collection="events",kind="inserted"} 10.0
      platform_mongo_roundtrips_total{collection="events",command="insert"} 4.0
      """;
  private static final String AFTER =
      """
      # TYPE platform_mongo_documents_total counter
      platform_mongo_documents_total{collection="due_work",kind="deleted"} 3.0
      platform_mongo_documents_total{collection="events",kind="inserted"} 1.2E2
      platform_mongo_documents_total{collection="tokens",kind="updated"} 2.0
      platform_mongo_roundtrips_total{collection="events",command="find"} 5.0
      platform_mongo_roundtrips_total{collection="events",command="insert"} 6.0
      platform_other_total{collection="events",command="insert"} 7.0
      """;

  @Test
  void tellsWhatWasWrittenAndAwaitedBetweenTwoMoments() {
    StoreCosts costs = StoreCosts.of(AFTER).since(StoreCosts.of(BEFORE));

    assertThat(costs.documents())
        .containsEntry("events", Map.of("inserted", 110L))
        .containsEntry("due_work", Map.of("deleted", 3L));
    assertThat(costs.written()).as("deleted ones do not count").isEqualTo(112);
    assertThat(costs.roundTrips())
        .containsOnly(Map.entry("events", Map.of("find", 5L, "insert", 2L)));
    assertThat(costs.awaited()).isEqualTo(7);
  }

  @Test
  void knowsNothingOfAStoreThatIsNotCounted() {
    StoreCosts costs = StoreCosts.of("jvm_threads_live_threads 43.0\n");

    assertThat(costs.written()).isZero();
    assertThat(costs.awaited()).isZero();
  }
}
