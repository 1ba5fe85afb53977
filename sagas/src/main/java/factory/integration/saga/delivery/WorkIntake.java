package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.Ordering;
import java.util.LinkedHashMap;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps due work in step with the event stream: in with each request, out with each outcome. What
 * was stored before this node's turn began goes to the store only, since its outcome may follow
 * further on in the stream; the {@link DeliverySweeper} takes from there what is left at the end.
 */
public final class WorkIntake {

  private final DueWork dueWork;
  private final DeliveryQueue queue;
  private final OwnedWork work;
  private final CatchUp catchUp;
  private final BatchBarrier barrier;

  WorkIntake(
      DueWork dueWork, DeliveryQueue queue, OwnedWork work, CatchUp catchUp, BatchBarrier barrier) {
    this.dueWork = dueWork;
    this.queue = queue;
    this.work = work;
    this.catchUp = catchUp;
    this.barrier = barrier;
  }

  /**
   * Where an event was met.
   *
   * @param token its place in the stream
   * @param batch the unit of work of all events that are handled together
   */
  public record Met(EventMessage<?> message, TrackingToken token, UnitOfWork<?> batch) {

    long position() {
      return token.position().orElseThrow();
    }
  }

  /** An attempt is to be made. */
  public void requested(WorkId id, CallPlan plan, int attempt, Met met) {
    barrier.join(met.batch());
    DueDelivery due = due(id, plan, attempt, met);
    dueWork.save(ownerAt(met.position()), due);
    if (catchUp.isPast(met.position())) {
      queue.offer(due);
    }
  }

  /** An attempt failed and is followed by another one later: a strict lane waits for it. */
  public void putOff(WorkId id, CallPlan plan, int attempt, Met met) {
    if (plan.ordering() != Ordering.STRICT) {
      settled(id, attempt, met.batch());
      return;
    }
    barrier.join(met.batch());
    dueWork.save(ownerAt(met.position()), due(id, plan, attempt, met).untilRetry());
    queue.holdLane(id);
  }

  /** An attempt has its outcome, and no other one follows by itself. */
  public void settled(WorkId id, int attempt, UnitOfWork<?> batch) {
    barrier.join(batch);
    dueWork.remove(id);
    queue.settled(id, attempt);
  }

  /** No attempt is to be made any more. */
  public void cancelled(WorkId id, UnitOfWork<?> batch) {
    barrier.join(batch);
    dueWork.remove(id);
    queue.cancelled(id);
  }

  private String ownerAt(long position) {
    return catchUp.isPast(position) ? work.owner() : OwnedWork.NOBODY;
  }

  private static DueDelivery due(WorkId id, CallPlan plan, int attempt, Met met) {
    Map<String, String> context = new LinkedHashMap<>();
    met.message().getMetaData().forEach((key, value) -> context.put(key, String.valueOf(value)));
    context.put(ContextKeys.CAUSATION_ID, met.message().getIdentifier());
    return new DueDelivery(
        new TenantId(context.get(ContextKeys.TENANT_ID)),
        id,
        attempt,
        met.position(),
        plan.integrationId(),
        plan,
        false,
        context);
  }
}
