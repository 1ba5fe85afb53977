package factory.integration.saga.delivery;

import factory.integration.api.delivery.CallPlan;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.messaging.TenantId;
import java.util.Map;

/**
 * An attempt that is to be made, or that holds its lane until its retry.
 *
 * @param position of the first request in the event store: the order within a lane
 * @param endpoint groups what one limit covers: the subscription's id or the address's origin
 * @param attempt counts from 1; a later attempt replaces an earlier one of the same delivery
 * @param waiting true while a strict lane's head waits for its retry
 * @param context the metadata that the outcome's events carry on
 */
public record DueDelivery(
    TenantId tenant,
    WorkId workId,
    int attempt,
    long position,
    String endpoint,
    CallPlan plan,
    boolean waiting,
    Map<String, String> context) {

  /** The same, holding its lane until its next attempt is asked for. */
  DueDelivery untilRetry() {
    return new DueDelivery(tenant, workId, attempt, position, endpoint, plan, true, context);
  }
}
