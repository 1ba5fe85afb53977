package factory.integration.app;

import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.sourceevent.PublishEvent;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Knows that an event without an idempotency key has an id of its own, so that accepting it need
 * not look for an earlier one.
 */
final class FreshEvents implements MessageHandlerInterceptor<CommandMessage<?>> {

  private final Supplier<ReadAhead> readAhead;

  FreshEvents(Supplier<ReadAhead> readAhead) {
    this.readAhead = readAhead;
  }

  @Override
  public Object handle(UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain)
      throws Exception {
    if (unitOfWork.getMessage().getPayload() instanceof PublishEvent event
        && event.idempotencyKey() == null) {
      readAhead.get().none(event.eventId().value());
    }
    return chain.proceed();
  }
}
