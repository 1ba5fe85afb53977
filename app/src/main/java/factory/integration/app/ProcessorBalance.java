package factory.integration.app;

import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.NodeRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Spreads the processors over the nodes: one that runs more than its share lets go of the rest,
 * which whoever looks next takes. The outbound path goes last, as a handover makes deliveries wait.
 */
final class ProcessorBalance implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ProcessorBalance.class);
  private static final Duration BEAT = Duration.ofSeconds(5);
  private static final Duration LIFE = BEAT.multipliedBy(3);

  private final NodeRegistry nodes;
  private final EventProcessingConfiguration processing;
  private final InstantSource clock;
  private final NodeId node;
  private @Nullable ScheduledExecutorService beats;

  ProcessorBalance(
      NodeRegistry nodes,
      EventProcessingConfiguration processing,
      InstantSource clock,
      NodeId node) {
    this.nodes = nodes;
    this.processing = processing;
    this.clock = clock;
    this.node = node;
  }

  @Override
  public void start() {
    ScheduledExecutorService started =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("processor-balance").daemon().factory());
    started.scheduleWithFixedDelay(
        this::tryToBalance, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
    beats = started;
  }

  @Override
  public void stop() {
    if (beats != null) {
      beats.shutdownNow();
      beats = null;
    }
  }

  @Override
  public boolean isRunning() {
    return beats != null;
  }

  private void tryToBalance() {
    try {
      balance();
    } catch (RuntimeException e) {
      LOG.info("processors stay where they are for now: {}", e.toString());
    }
  }

  /** Lets go of what this node runs beyond its share. */
  void balance() {
    Instant now = clock.instant();
    int alive = nodes.beat(node.value(), now, now.plus(LIFE));
    List<StreamingEventProcessor> all = all();
    List<StreamingEventProcessor> mine =
        all.stream().filter(it -> !it.processingStatus().isEmpty()).toList();
    int extra = Math.max(0, mine.size() - Math.ceilDiv(all.size(), alive));
    mine.stream().limit(extra).forEach(processor -> letGo(processor, alive));
  }

  private static void letGo(StreamingEventProcessor processor, int alive) {
    LOG.info("{} nodes share the work; this one lets go of {}", alive, processor.getName());
    processor.processingStatus().keySet().forEach(processor::releaseSegment);
  }

  /** The outbound path is the last. */
  private List<StreamingEventProcessor> all() {
    return processing.eventProcessors().values().stream()
        .filter(StreamingEventProcessor.class::isInstance)
        .map(StreamingEventProcessor.class::cast)
        .sorted(Comparator.comparing(it -> it.getName().equals(ProcessorConfiguration.OUTBOUND)))
        .toList();
  }
}
