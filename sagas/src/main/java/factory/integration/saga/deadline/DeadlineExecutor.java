package factory.integration.saga.deadline;

import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.messaging.ExecutionException;
import org.axonframework.messaging.ScopeAware;
import org.axonframework.messaging.ScopeAwareProvider;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Lets deadlines fire: each in its scope, many in one unit of work with their removal. */
final class DeadlineExecutor {

  private final DeadlineStore store;
  private final DeadlineCodec codec;
  private final ScopeAwareProvider scopes;
  private final TransactionManager transactions;
  private final List<CorrelationDataProvider> context;

  /**
   * @param context what a deadline's messages take on from it
   */
  DeadlineExecutor(
      DeadlineStore store,
      DeadlineCodec codec,
      ScopeAwareProvider scopes,
      TransactionManager transactions,
      List<CorrelationDataProvider> context) {
    this.store = store;
    this.codec = codec;
    this.scopes = scopes;
    this.transactions = transactions;
    this.context = List.copyOf(context);
  }

  /** Fires all or, when one throws, none. */
  void fire(List<ScheduledDeadline> deadlines) {
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(codec.message(deadlines.getFirst()));
    unitOfWork.attachTransaction(transactions);
    unitOfWork.execute(() -> deadlines.forEach(this::fireWithin));
  }

  private void fireWithin(ScheduledDeadline deadline) {
    store.remove(deadline.id());
    DeadlineMessage<?> message = codec.message(deadline);
    UnitOfWork<?> unitOfWork = DefaultUnitOfWork.startAndGet(message);
    context.forEach(unitOfWork::registerCorrelationDataProvider);
    unitOfWork.execute(() -> send(message, codec.scope(deadline)));
  }

  private void send(DeadlineMessage<?> message, ScopeDescriptor scope) {
    scopes
        .provideScopeAwareStream(scope)
        .filter(component -> component.canResolve(scope))
        .forEach(component -> send(message, scope, component));
  }

  private static void send(
      DeadlineMessage<?> message, ScopeDescriptor scope, ScopeAware component) {
    try {
      component.send(message, scope);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new ExecutionException("the deadline's handler failed: " + e.getMessage(), e);
    }
  }
}
