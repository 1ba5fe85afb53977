package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.deadline.ScheduledDeadline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;

/** A store of deadlines. */
public abstract class DeadlineStoreContract {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  protected abstract DeadlineStore deadlines();

  protected abstract TransactionManager transactions();

  @Test
  void claimsWhatIsDueEarliestFirst() {
    DeadlineStore store = deadlines();
    store.save(deadline("late", NOON.plusMillis(1)));
    store.save(deadline("b", NOON));
    store.save(deadline("a", NOON.minusSeconds(5)));

    assertThat(claim("me", NOON, 10)).containsExactly("a", "b");
  }

  @Test
  void givesBackADeadlineAsItWasSaved() {
    ScheduledDeadline saved =
        new ScheduledDeadline("d", "retry", NOON, "{\"s\":1}", "S", "", "", "{\"k\":\"v\"}");
    deadlines().save(saved);

    assertThat(deadlines().claimDue("me", NOON, NOON.plusSeconds(30), 10)).containsExactly(saved);
  }

  @Test
  void claimsNoMoreThanAsked() {
    for (int i = 0; i < 5; i++) {
      deadlines().save(deadline("d" + i, NOON.minusSeconds(10 - i)));
    }

    assertThat(claim("me", NOON, 2)).containsExactly("d0", "d1");
    assertThat(claim("me", NOON, 2)).containsExactly("d2", "d3");
    assertThat(claim("me", NOON, 2)).containsExactly("d4");
  }

  @Test
  void hidesAClaimedDeadlineUntilTheClaimRunsOut() {
    deadlines().save(deadline("d", NOON));
    assertThat(claim("one", NOON, 10)).containsExactly("d");

    assertThat(claim("two", NOON.plusSeconds(29), 10)).isEmpty();
    assertThat(claim("one", NOON.plusSeconds(29), 10)).isEmpty();
    assertThat(claim("two", NOON.plusSeconds(30), 10)).containsExactly("d");
  }

  @Test
  void givesADeadlineAnewWhenWhoClaimedItHadAWrongClock() {
    deadlines().save(deadline("d", NOON));
    assertThat(claim("one", NOON.plusSeconds(2), 10)).as("clocks differ a little").hasSize(1);
    assertThat(claim("two", NOON, 10)).isEmpty();
    assertThat(claim("one", NOON.plusSeconds(3600), 10)).containsExactly("d");

    assertThat(claim("two", NOON, 10)).containsExactly("d");
  }

  @Test
  void givesEachDeadlineToOneOfManyThatClaim() throws InterruptedException {
    transactions()
        .executeInTransaction(
            () -> {
              for (int i = 0; i < 500; i++) {
                deadlines().save(deadline("d" + i, NOON));
              }
            });
    ConcurrentLinkedQueue<String> claimed = new ConcurrentLinkedQueue<>();

    var outcomes =
        Together.run(
            8,
            node ->
                () -> {
                  List<String> some = claim("node" + node, NOON, 20);
                  while (!some.isEmpty()) {
                    claimed.addAll(some);
                    some = claim("node" + node, NOON, 20);
                  }
                  return null;
                });

    assertThat(outcomes).containsOnlyNulls();
    assertThat(claimed).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void removesOneAllOfANameOrAllOfAScope() {
    deadlines().save(deadline("1", "retry", "x"));
    deadlines().save(deadline("2", "retry", "y"));
    deadlines().save(deadline("3", "other", "x"));
    deadlines().save(deadline("4", "other", "y"));

    deadlines().remove("1");
    deadlines().remove("missing");
    deadlines().removeAllWithin("other", "x");
    assertThat(claim("me", NOON, 10)).containsExactlyInAnyOrder("2", "4");

    deadlines().removeAll("retry");
    assertThat(deadlines().count()).isEqualTo(1);
  }

  @Test
  void knowsTheEarliestTimeOfAll() {
    assertThat(deadlines().earliest()).isEmpty();
    deadlines().save(deadline("b", NOON.plusSeconds(1)));
    deadlines().save(deadline("a", NOON));
    claim("me", NOON, 10);

    assertThat(deadlines().earliest()).contains(NOON);
    assertThat(deadlines().count()).isEqualTo(2);
  }

  @Test
  void joinsTransactions() {
    deadlines().save(deadline("kept", NOON));
    Transaction dropped = transactions().startTransaction();
    deadlines().save(deadline("dropped", NOON));
    deadlines().remove("kept");
    dropped.rollback();
    assertThat(deadlines().count()).isEqualTo(1);

    transactions()
        .executeInTransaction(
            () -> {
              deadlines().save(deadline("new", NOON));
              deadlines().remove("kept");
            });
    assertThat(claim("me", NOON, 10)).containsExactly("new");
  }

  private List<String> claim(String owner, Instant now, int limit) {
    List<String> ids = new ArrayList<>();
    deadlines()
        .claimDue(owner, now, now.plusSeconds(30), limit)
        .forEach(deadline -> ids.add(deadline.id()));
    return ids;
  }

  private static ScheduledDeadline deadline(String id, Instant dueAt) {
    return new ScheduledDeadline(id, "retry", dueAt, "{}", "Scope", "", "", "{}");
  }

  private static ScheduledDeadline deadline(String id, String name, String scope) {
    return new ScheduledDeadline(id, name, NOON, scope, "Scope", "", "", "{}");
  }
}
