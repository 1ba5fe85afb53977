package factory.integration.app;

import factory.integration.gateway.admin.ProcessorAdministration;
import factory.integration.gateway.admin.ProcessorStatus;
import factory.integration.gateway.admin.ProcessorStatus.Segment;
import factory.integration.gateway.admin.RebuildProgress;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** The event processors of this node. */
final class Processors implements ProcessorAdministration {

  private final EventProcessingConfiguration processing;
  private final EventStore eventStore;
  private final DeadLetteredEvents parked;
  private final Map<String, Long> targets = new ConcurrentHashMap<>();

  Processors(
      EventProcessingConfiguration processing, EventStore eventStore, DeadLetteredEvents parked) {
    this.processing = processing;
    this.eventStore = eventStore;
    this.parked = parked;
  }

  @Override
  public List<ProcessorStatus> processors() {
    long head = head();
    return all().map(processor -> status(processor, head)).toList();
  }

  @Override
  public synchronized Optional<RebuildProgress> rebuild(String projection) {
    Optional<StreamingEventProcessor> found = projection(projection);
    found.filter(processor -> !isReplaying(processor)).ifPresent(this::replay);
    return progress(projection);
  }

  @Override
  public Optional<RebuildProgress> progress(String projection) {
    return projection(projection).map(this::progress);
  }

  /** Events that wait for a processor of this node; 0 while it processes none. */
  long lag(String name) {
    return processing.eventProcessor(name, StreamingEventProcessor.class).map(this::lag).orElse(0L);
  }

  /** Shows how many events each processor is behind, and what it could not handle. */
  void bindLagTo(MeterRegistry registry) {
    all()
        .forEach(
            processor ->
                Gauge.builder("platform.processor.lag", processor, it -> (double) lag(it))
                    .description("events that wait for the processor")
                    .tag("processor", processor.getName())
                    .register(registry));
    all()
        .map(StreamingEventProcessor::getName)
        .forEach(
            name ->
                Gauge.builder("platform.processor.parked", parked, it -> (double) it.count(name))
                    .description("sequences that wait because one of their events failed")
                    .tag("processor", name)
                    .register(registry));
  }

  private void replay(StreamingEventProcessor processor) {
    targets.put(processor.getName(), head());
    processor.shutDown();
    try {
      processor.resetTokens();
    } finally {
      processor.start();
    }
  }

  private RebuildProgress progress(StreamingEventProcessor processor) {
    long position = position(processor);
    long target = targets.getOrDefault(processor.getName(), position);
    return new RebuildProgress(processor.getName(), position < target, position, target);
  }

  private Stream<StreamingEventProcessor> all() {
    return processing.eventProcessors().keySet().stream()
        .sorted()
        .map(name -> processing.eventProcessor(name, StreamingEventProcessor.class))
        .flatMap(Optional::stream);
  }

  private Optional<StreamingEventProcessor> projection(String name) {
    return ProcessorConfiguration.isProjection(name)
        ? processing.eventProcessor(name, StreamingEventProcessor.class)
        : Optional.empty();
  }

  /** One that another node runs has no segments here, and no lag that is known here. */
  private ProcessorStatus status(StreamingEventProcessor processor, long head) {
    long position = processor.processingStatus().isEmpty() ? head : position(processor);
    return new ProcessorStatus(
        processor.getName(),
        processor.isRunning(),
        ProcessorConfiguration.isProjection(processor.getName()),
        position,
        head,
        Math.max(0, head - position),
        parked.count(processor.getName()),
        processor.processingStatus().entrySet().stream()
            .map(entry -> segment(entry.getKey(), entry.getValue()))
            .toList());
  }

  private static Segment segment(int id, EventTrackerStatus status) {
    return new Segment(
        id,
        status.getCurrentPosition().orElse(0),
        status.isCaughtUp(),
        status.isReplaying(),
        reason(status));
  }

  private static @Nullable String reason(EventTrackerStatus status) {
    return status.isErrorState() ? status.getError().toString() : null;
  }

  private static boolean isReplaying(StreamingEventProcessor processor) {
    return processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isReplaying);
  }

  private static long position(StreamingEventProcessor processor) {
    return processor.processingStatus().values().stream()
        .mapToLong(status -> status.getCurrentPosition().orElse(0))
        .min()
        .orElse(0);
  }

  private long lag(StreamingEventProcessor processor) {
    return processor.processingStatus().isEmpty() ? 0 : Math.max(0, head() - position(processor));
  }

  private long head() {
    TrackingToken token = eventStore.createHeadToken();
    return token == null ? 0 : token.position().orElse(0);
  }
}
