package factory.integration.saga.delivery;

import factory.integration.api.delivery.WorkId;
import factory.integration.api.messaging.NodeId;
import factory.integration.saga.SettableClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An engine's memory and due work behind the intake, for kinds of work of other packages. */
public final class IntakeDesk {

  private final List<StartedCall> started = new ArrayList<>();
  private final DeliveryQueue queue =
      new DeliveryQueue(new DeliveryLimits(10, 10, 10, 10), started::add);
  private final InMemoryDueWork dueWork = new InMemoryDueWork();
  private final CatchUp catchUp = new CatchUp(() -> 0, _ -> true);
  private final OwnedWork owned =
      new OwnedWork(dueWork, new NodeId("node-1"), Duration.ofSeconds(5), new SettableClock());
  private final WorkIntake intake =
      new WorkIntake(dueWork, queue, owned, catchUp, new BatchBarrier());

  /** A node whose turn has begun before the first event. */
  public IntakeDesk() {
    owned.begin();
    catchUp.begin();
    queue.admit(Admission.ALL);
  }

  public WorkIntake intake() {
    return intake;
  }

  /** Attempts that were started, in their order. */
  public List<DueDelivery> started() {
    return started.stream().map(StartedCall::due).toList();
  }

  public boolean isStored(WorkId id) {
    return dueWork.contains(id);
  }

  public DueDelivery stored(WorkId id) {
    return dueWork.find(id);
  }

  public long storedCount() {
    return dueWork.count();
  }
}
