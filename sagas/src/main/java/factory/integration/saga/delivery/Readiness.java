package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.saga.delivery.QueuedDelivery.State;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which deliveries in memory may be called: those that are not withdrawn, do not wait for their
 * retry, and do not rest after a fault of our own.
 */
final class Readiness {

  private final EndpointTurns turns;
  private final Withdrawals withdrawals = new Withdrawals();
  private final Set<QueuedDelivery> resting = new LinkedHashSet<>();

  Readiness(EndpointTurns turns) {
    this.turns = turns;
  }

  void makeReady(QueuedDelivery delivery) {
    if (delivery.due.waiting() || isWithdrawn(delivery.due.workId())) {
      delivery.hold();
    } else {
      delivery.state = State.READY;
      delivery.endpoint.ready.add(delivery);
      turns.enter(delivery.endpoint);
    }
  }

  /** Lets the lane's next delivery go when none is going. */
  void advance(DeliveryLane lane) {
    QueuedDelivery head = lane.takeHead();
    if (head != null) {
      makeReady(head);
    }
  }

  void rest(QueuedDelivery delivery) {
    delivery.rest();
    resting.add(delivery);
  }

  void restBriefly(QueuedDelivery delivery) {
    delivery.restBriefly();
    resting.add(delivery);
  }

  void resume() {
    resting.removeIf(delivery -> delivery.state != State.RESTING);
    List<QueuedDelivery> rested = resting.stream().filter(QueuedDelivery::hasRested).toList();
    rested.forEach(resting::remove);
    rested.forEach(this::makeReady);
  }

  void withdraw(WorkId id) {
    withdrawals.add(id);
  }

  void cancelled(WorkId id) {
    withdrawals.remove(id);
  }

  boolean isWithdrawn(WorkId id) {
    return withdrawals.contains(id);
  }
}
