package factory.integration.app;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.config.Configuration;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.ErrorContext;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventProcessor;
import org.axonframework.eventhandling.EventProcessorSpanFactory;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * A tracking processor that goes on soon after whatever failed works again: a batch that failed, at
 * its commit too, is tried again after at most five seconds, however often it failed. Axon's own
 * waits up to a minute, or for as long as a clock that is set back asks for, and gives up for good
 * over an {@link Error} of a handler.
 */
final class SteadyEventProcessor extends TrackingEventProcessor {

  private static final long LONGEST_NANOS = Duration.ofSeconds(5).toNanos();
  private static final long LOOK_NANOS = Duration.ofMillis(100).toNanos();

  private SteadyEventProcessor(Builder builder) {
    super(builder);
  }

  static EventProcessor of(
      String name,
      Configuration axon,
      EventHandlerInvoker handlers,
      StreamableMessageSource<TrackedEventMessage<?>> source,
      TrackingEventProcessorConfiguration settings) {
    EventProcessingConfiguration processing = axon.eventProcessingConfiguration();
    Builder builder =
        builder()
            .name(name)
            .eventHandlerInvoker(handlers)
            .rollbackConfiguration(processing.rollbackConfiguration(name))
            .errorHandler(SteadyEventProcessor::tryAgain)
            .messageMonitor(processing.messageMonitor(TrackingEventProcessor.class, name))
            .messageSource(source)
            .tokenStore(processing.tokenStore(name))
            .transactionManager(processing.transactionManager(name))
            .trackingEventProcessorConfiguration(settings)
            .spanFactory(axon.getComponent(EventProcessorSpanFactory.class));
    return new SteadyEventProcessor(builder);
  }

  private static void tryAgain(ErrorContext context) throws Exception {
    if (context.error() instanceof Exception failure) {
      throw failure;
    }
    throw new BatchFailed(context.eventProcessor(), context.error());
  }

  @Override
  protected void doSleepFor(long millisToSleep, AtomicBoolean interruptFlag) {
    long wait = Math.min(TimeUnit.MILLISECONDS.toNanos(millisToSleep), LONGEST_NANOS);
    long start = System.nanoTime();
    while (isRunning() && !interruptFlag.get() && System.nanoTime() - start < wait) {
      LockSupport.parkNanos(Math.min(LOOK_NANOS, wait));
      if (Thread.currentThread().isInterrupted()) {
        shutDown();
        return;
      }
    }
  }

  /** What is no exception, told as one. */
  private static final class BatchFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private BatchFailed(String processor, Throwable cause) {
      super("a batch of %s failed: %s".formatted(processor, cause), cause);
    }
  }
}
