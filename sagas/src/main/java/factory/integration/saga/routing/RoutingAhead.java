package factory.integration.saga.routing;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.saga.routing.RoutingRules.Verdict;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.unitofwork.BatchingUnitOfWork;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Lets the store read in one go what routing a batch of events is going to ask for. It judges by
 * the subscriptions as they are when the batch begins: where these change within it, a delivery
 * more is read by itself.
 */
final class RoutingAhead {

  private static final String DONE = RoutingAhead.class.getName();

  private final RoutingRules rules;
  private final ReadAhead readAhead;

  RoutingAhead(RoutingRules rules, ReadAhead readAhead) {
    this.rules = rules;
    this.readAhead = readAhead;
  }

  /** Once for the batch that the current event belongs to. */
  void readBatch() {
    if (CurrentUnitOfWork.isStarted()) {
      UnitOfWork<?> root = CurrentUnitOfWork.get().root();
      if (root instanceof BatchingUnitOfWork<?> batch && root.getResource(DONE) == null) {
        root.resources().put(DONE, true);
        readAhead.of(() -> aggregates(batch));
      }
    }
  }

  private Set<String> aggregates(BatchingUnitOfWork<?> batch) {
    Set<String> aggregates = new HashSet<>();
    for (Message<?> message : batch.getMessages()) {
      if (message.getPayload() instanceof EventAccepted event) {
        aggregates.add(event.eventId().value());
        TenantId tenant = new TenantId((String) message.getMetaData().get(ContextKeys.TENANT_ID));
        for (Verdict verdict : rules.judge(tenant, event)) {
          if (verdict.matched()) {
            aggregates.add(EventRouter.deliveryId(event, verdict.subscription()).value());
          }
        }
      }
    }
    return aggregates;
  }
}
