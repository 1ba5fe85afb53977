package factory.integration.storage.contract;

import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** A processor on the stores of a context, with a handler that leaves an effect for each event. */
public final class TestedProcessor {

  private static final String NAME = "seen";

  private final EventStore events;
  private final TokenStore tokens;
  private final TransactionManager transactions;
  private final Effects effects;
  private final SequencedDeadLetterQueue<EventMessage<?>> letters;
  private final DeadLetteringEventHandlerInvoker parking;
  private final Recorder recorder;
  private @Nullable TrackingEventProcessor processor;

  /** Leaves effects. */
  private static final class Recorder {

    private final Effects effects;
    private Predicate<String> rejected = _ -> false;

    private Recorder(Effects effects) {
      this.effects = effects;
    }

    @EventHandler
    void on(Happened event) {
      if (rejected.test(event.what())) {
        throw new IllegalStateException("cannot handle " + event.what());
      }
      effects.add(event.what());
    }
  }

  @SuppressWarnings("unchecked") // the only bean of that name
  TestedProcessor(ApplicationContext context, Effects effects) {
    this.events = context.getBean(EventStore.class);
    this.tokens = context.getBean(TokenStore.class);
    this.transactions = context.getBean(TransactionManager.class);
    this.effects = effects;
    this.recorder = new Recorder(effects);
    this.letters =
        ((Function<String, SequencedDeadLetterQueue<EventMessage<?>>>)
                context.getBean("deadLetterQueues"))
            .apply(NAME);
    this.parking =
        DeadLetteringEventHandlerInvoker.builder()
            .eventHandlers(recorder)
            .sequencingPolicy(SequentialPerAggregatePolicy.instance())
            .queue(letters)
            .transactionManager(transactions)
            .build();
  }

  /** Which events the handler fails on. */
  public void rejects(Predicate<String> rejected) {
    recorder.rejected = rejected;
  }

  public void publish(String aggregate, int count) {
    events.publish(Happened.events(aggregate, count));
  }

  /** The first event of the aggregate, whether there is one or not. */
  void publishFirst(String aggregate) {
    events.publish(Happened.event(aggregate, 0));
  }

  /** Takes the only segment without processing it. */
  public void claim() {
    tokens.fetchToken(NAME, 0);
  }

  void start() {
    start(parking);
  }

  public void startWithoutDeadLetters() {
    start(
        SimpleEventHandlerInvoker.builder()
            .eventHandlers(recorder)
            .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
            .build());
  }

  private void start(EventHandlerInvoker invoker) {
    processor =
        TrackingEventProcessor.builder()
            .name(NAME)
            .eventHandlerInvoker(invoker)
            .messageSource(events)
            .tokenStore(tokens)
            .transactionManager(transactions)
            .errorHandler(PropagatingErrorHandler.instance())
            .trackingEventProcessorConfiguration(
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andBatchSize(64)
                    .andEventAvailabilityTimeout(100, TimeUnit.MILLISECONDS)
                    .andTokenClaimInterval(100, TimeUnit.MILLISECONDS))
            .build();
    processor.start();
  }

  void resetAndForget() {
    running().shutDown();
    effects.clear();
    running().resetTokens();
    running().start();
  }

  public void stop() {
    if (processor != null) {
      processor.shutDown();
    }
  }

  public boolean isProcessing() {
    return !running().processingStatus().isEmpty();
  }

  public boolean isInError() {
    return running().processingStatus().values().stream()
        .anyMatch(EventTrackerStatus::isErrorState);
  }

  private TrackingEventProcessor running() {
    if (processor == null) {
      throw new IllegalStateException("not started yet");
    }
    return processor;
  }

  /** How many events were handled. */
  public long seen() {
    return effects.count();
  }

  SequencedDeadLetterQueue<EventMessage<?>> letters() {
    return letters;
  }

  boolean processLetters() {
    return parking.process(_ -> true);
  }
}
