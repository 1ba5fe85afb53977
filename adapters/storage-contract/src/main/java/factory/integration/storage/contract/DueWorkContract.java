package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.delivery.DueWork;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;

/** A list of due work. */
public abstract class DueWorkContract {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
  private static final Instant LATER = NOON.plusSeconds(15);

  protected abstract DueWork dueWork();

  protected abstract TransactionManager transactions();

  @Test
  void findsWhatItsOwnerSaved() {
    DueDelivery saved = due("x", 7, "e");
    dueWork().save("one", saved);

    assertThat(dueWork().findOwned("one", "e", 0, 10)).containsExactly(saved);
    assertThat(dueWork().findOwned("two", "e", 0, 10)).isEmpty();
    assertThat(dueWork().findOwned("one", "f", 0, 10)).isEmpty();
    assertThat(dueWork().count()).isEqualTo(1);
  }

  @Test
  void findsAnEndpointsWorkByPosition() {
    for (long position : List.of(5L, 3L, 9L, 7L)) {
      dueWork().save("one", due("d" + position, position, "e"));
      dueWork().save("one", due("f" + position, position, "f"));
    }

    assertThat(positions(dueWork().findOwned("one", "e", 3, 2))).containsExactly(5L, 7L);
    assertThat(positions(dueWork().findOwned("one", "e", 7, 2))).containsExactly(9L);
  }

  @Test
  void replacesALaterAttemptInItsPlace() {
    DueDelivery first = due("x", 7, "e");
    dueWork().save("one", first);
    DueDelivery second =
        new DueDelivery(
            first.tenant(), first.workId(), 2, 99, "e", first.plan(), true, first.context());

    dueWork().save("one", second);

    DueDelivery found = dueWork().findOwned("one", "e", 0, 10).getFirst();
    assertThat(found.attempt()).isEqualTo(2);
    assertThat(found.waiting()).isTrue();
    assertThat(found.position()).isEqualTo(7);
    assertThat(dueWork().count()).isEqualTo(1);
  }

  @Test
  void removesByDelivery() {
    dueWork().save("one", due("x", 7, "e"));
    assertThat(dueWork().contains(DeliveryId.of("x"))).isTrue();
    assertThat(dueWork().contains(DeliveryId.of("missing"))).isFalse();
    dueWork().remove(DeliveryId.of("x"));
    dueWork().remove(DeliveryId.of("missing"));

    assertThat(dueWork().contains(DeliveryId.of("x"))).isFalse();
    assertThat(dueWork().count()).isZero();
  }

  @Test
  void takesOverWhatAnOwnerWithoutLeaseLeft() {
    dueWork().save("gone", due("b", 2, "e"));
    dueWork().save("", due("a", 1, "e"));
    dueWork().save("gone", due("c", 3, "f"));

    assertThat(positions(dueWork().takeOver("me", NOON, 2))).containsExactly(1L, 2L);
    assertThat(positions(dueWork().takeOver("me", NOON, 2))).containsExactly(3L);
    assertThat(dueWork().takeOver("me", NOON, 2)).isEmpty();
    assertThat(positions(dueWork().findOwned("me", "e", 0, 10))).containsExactly(1L, 2L);
  }

  @Test
  void leavesTheWorkOfAnOwnerThatLives() {
    dueWork().save("alive", due("x", 1, "e"));
    dueWork().renewLease("alive", LATER);

    assertThat(dueWork().takeOver("me", LATER.minusMillis(1), 10)).isEmpty();
    assertThat(dueWork().takeOver("me", LATER, 10)).hasSize(1);
  }

  @Test
  void takesOverFromAnOwnerWhoseClockWasWrong() {
    dueWork().renewLease("one", LATER.plus(DueWork.LONGEST_LEASE).plusSeconds(3600));
    dueWork().save("one", due("x", 7, "e"));

    assertThat(dueWork().takeOver("two", LATER, 10)).hasSize(1);
    assertThat(dueWork().renewLease("one", LATER)).isFalse();
  }

  @Test
  void tellsAnOwnerThatItsWorkMayBeTaken() {
    assertThat(dueWork().renewLease("late", NOON)).isTrue();
    dueWork().save("late", due("x", 1, "e"));
    assertThat(dueWork().takeOver("me", NOON, 10)).hasSize(1);

    assertThat(dueWork().renewLease("late", LATER)).isFalse();
    dueWork().save("late", due("y", 2, "e"));
    assertThat(dueWork().renewLease("late", LATER)).isTrue();
    assertThat(dueWork().takeOver("me", NOON, 10)).isEmpty();
  }

  @Test
  void leavesALateOwnerItsLeaseWhenNobodyTookFromIt() {
    dueWork().renewLease("late", NOON);
    dueWork().save("late", due("x", 1, "e"));

    assertThat(dueWork().renewLease("late", LATER.plusSeconds(60))).isTrue();
    assertThat(dueWork().takeOver("me", LATER, 10)).isEmpty();
  }

  @Test
  void givesEachRowToOneOfManyThatTakeOver() throws InterruptedException {
    transactions()
        .executeInTransaction(
            () -> {
              for (int i = 0; i < 500; i++) {
                dueWork().save("gone", due("d" + i, i, "e"));
              }
            });
    for (int node = 0; node < 8; node++) {
      dueWork().renewLease("node" + node, LATER);
    }
    ConcurrentLinkedQueue<Long> taken = new ConcurrentLinkedQueue<>();

    var outcomes =
        Together.run(
            8,
            node ->
                () -> {
                  List<DueDelivery> some = dueWork().takeOver("node" + node, NOON, 20);
                  while (!some.isEmpty()) {
                    taken.addAll(positions(some));
                    some = dueWork().takeOver("node" + node, NOON, 20);
                  }
                  return null;
                });

    assertThat(outcomes).containsOnlyNulls();
    assertThat(taken).hasSize(500).doesNotHaveDuplicates();
  }

  @Test
  void joinsTransactions() {
    dueWork().save("one", due("kept", 1, "e"));
    Transaction dropped = transactions().startTransaction();
    dueWork().save("one", due("dropped", 2, "e"));
    dueWork().remove(DeliveryId.of("kept"));
    dropped.rollback();
    assertThat(positions(dueWork().findOwned("one", "e", 0, 10))).containsExactly(1L);

    transactions()
        .executeInTransaction(
            () -> {
              dueWork().save("one", due("new", 2, "e"));
              dueWork().remove(DeliveryId.of("new"));
              dueWork().save("one", due("newer", 3, "e"));
            });
    assertThat(positions(dueWork().findOwned("one", "e", 0, 10))).containsExactly(1L, 3L);
  }

  private static DueDelivery due(String id, long position, String endpoint) {
    DeliveryPlan plan =
        new DeliveryPlan(
            EventId.of("e1"),
            new EventType("orderCreated"),
            SubscriptionId.of("s1"),
            null,
            "owner",
            Ordering.FIFO,
            "key",
            RetryPolicies.STANDARD);
    Map<String, String> context = Map.of("tenantId", "acme", "traceId", "trace-1");
    return new DueDelivery(
        new TenantId("acme"), DeliveryId.of(id), 1, position, endpoint, plan, false, context);
  }

  private static List<Long> positions(List<DueDelivery> deliveries) {
    return deliveries.stream().map(DueDelivery::position).toList();
  }
}
