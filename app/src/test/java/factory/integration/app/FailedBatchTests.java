package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.gateway.admin.ProcessorStatus;
import factory.integration.gateway.admin.ProcessorStatus.Segment;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.delivery.DeliveryTurn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A batch that fails as a whole: at its commit, or by what is no exception. */
class FailedBatchTests {

  private static final String PROCESSOR = ProcessingGroups.DEAD_LETTER;

  private final Reader reader = new Reader();
  private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues =
      new ConcurrentHashMap<>();
  private Configuration axon;
  private DeadLetteredEvents parked;
  private Processors processors;

  @ProcessingGroup(PROCESSOR)
  private static final class Reader {

    private final List<String> committed = new CopyOnWriteArrayList<>();
    private final AtomicInteger failures = new AtomicInteger();
    private volatile @Nullable Throwable failure;

    @EventHandler
    void on(String event, UnitOfWork<?> batch) {
      if (failure instanceof Error error) {
        failures.incrementAndGet();
        throw error;
      }
      batch.onCommit(_ -> failIfToldTo());
      batch.afterCommit(_ -> committed.add(event));
    }

    private void failIfToldTo() {
      if (failure instanceof RuntimeException exception) {
        failures.incrementAndGet();
        throw exception;
      }
    }
  }

  @BeforeEach
  void start() {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureSerializer(_ -> serializer())
            .configureEventSerializer(_ -> serializer())
            .configureMessageSerializer(_ -> serializer())
            .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
    configurer.eventProcessing().registerEventHandler(_ -> reader);
    new ProcessorConfiguration()
        .processorRegistration(
            this::queue,
            new StaticListableBeanFactory().getBeanProvider(DeliveryTurn.class),
            new ViewsProperties(Duration.ofMillis(25)))
        .configureModule(configurer);
    axon = configurer.start();
    parked = new DeadLetteredEvents(axon.eventProcessingConfiguration());
    processors = new Processors(axon.eventProcessingConfiguration(), axon.eventStore(), parked);
  }

  @AfterEach
  void stop() {
    axon.shutdown();
  }

  @Test
  void isShownAndTriedAgainUntilTheStoreIsBack() {
    goesOnAfter(new StoreUnavailable("the store is away"));
  }

  @Test
  void isTriedAgainThoughItWasNoException() {
    goesOnAfter(new LinkageError("a library is not there"));
  }

  private void goesOnAfter(Throwable failure) {
    publish(0, "a");
    await().untilAsserted(() -> assertThat(reader.committed).containsExactly("a"));
    reader.failure = failure;
    publish(1, "b");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () -> {
              assertThat(reader.failures).hasValueGreaterThanOrEqualTo(2);
              assertThat(status().running()).isTrue();
              assertThat(status().segments())
                  .extracting(Segment::error)
                  .singleElement()
                  .asString()
                  .contains(String.valueOf(failure.getMessage()));
            });
    reader.failure = null;
    await().untilAsserted(() -> assertThat(reader.committed).containsExactly("a", "b"));
    await()
        .untilAsserted(
            () -> assertThat(status().segments()).extracting(Segment::error).containsOnlyNulls());
    assertThat(parked.count(PROCESSOR)).isZero();
  }

  private ProcessorStatus status() {
    return processors.processors().stream()
        .filter(it -> it.name().equals(PROCESSOR))
        .findAny()
        .orElseThrow();
  }

  private void publish(int number, String event) {
    axon.eventStore().publish(new GenericDomainEventMessage<>("Thing", "a", number, event));
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
    return queues.computeIfAbsent(
        group, _ -> InMemorySequencedDeadLetterQueue.<EventMessage<?>>defaultQueue());
  }

  private static Serializer serializer() {
    return Jackson3Serializer.builder().build();
  }
}
