package factory.integration.saga.deadline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.IdentifierFactory;
import org.axonframework.deadline.AbstractDeadlineManager;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.deadline.GenericDeadlineMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * A deadline manager on the storage ports: what is scheduled in a unit of work is stored with it,
 * survives a restart, and is told to the {@link DeadlineClock} so that it fires in time.
 */
final class StoredDeadlineManager extends AbstractDeadlineManager implements DeadlineManager {

  private final DeadlineStore store;
  private final DeadlineCodec codec;
  private final DeadlineClock alarm;
  private final Clock clock;

  StoredDeadlineManager(
      DeadlineStore store, DeadlineCodec codec, DeadlineClock alarm, Clock clock) {
    this.store = store;
    this.codec = codec;
    this.alarm = alarm;
    this.clock = clock;
  }

  @Override
  public String schedule(
      Instant triggerDateTime,
      String deadlineName,
      @Nullable Object messageOrPayload,
      ScopeDescriptor deadlineScope) {
    String id = IdentifierFactory.getInstance().generateIdentifier();
    DeadlineMessage<Object> message = message(deadlineName, messageOrPayload, triggerDateTime);
    runOnPrepareCommitOrNow(
        () ->
            store.save(
                codec.stored(
                    id, processDispatchInterceptors(message), triggerDateTime, deadlineScope)));
    expectAfterCommitOrNow(triggerDateTime);
    return id;
  }

  /** Before the commit nothing would be found, and found again only when the clock looks anyway. */
  private void expectAfterCommitOrNow(Instant dueAt) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().root().afterCommit(_ -> alarm.expect(dueAt));
    } else {
      alarm.expect(dueAt);
    }
  }

  @Override
  public String schedule(
      Duration triggerDuration,
      String deadlineName,
      @Nullable Object messageOrPayload,
      ScopeDescriptor deadlineScope) {
    return schedule(
        clock.instant().plus(triggerDuration), deadlineName, messageOrPayload, deadlineScope);
  }

  @Override
  public void cancelSchedule(String deadlineName, String scheduleId) {
    runOnPrepareCommitOrNow(() -> store.remove(scheduleId));
  }

  @Override
  public void cancelAll(String deadlineName) {
    runOnPrepareCommitOrNow(() -> store.removeAll(deadlineName));
  }

  @Override
  public void cancelAllWithinScope(String deadlineName, ScopeDescriptor scope) {
    runOnPrepareCommitOrNow(() -> store.removeAllWithin(deadlineName, codec.scopeText(scope)));
  }

  @SuppressWarnings("unchecked")
  private static DeadlineMessage<Object> message(
      String name, @Nullable Object messageOrPayload, Instant at) {
    if (messageOrPayload instanceof Message<?> message) {
      return new GenericDeadlineMessage<>(name, (Message<Object>) message, () -> at);
    }
    return GenericDeadlineMessage.asDeadlineMessage(name, messageOrPayload, at);
  }
}
