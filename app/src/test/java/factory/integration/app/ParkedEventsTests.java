package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.gateway.admin.ParkedEvent;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.delivery.DeliveryTurn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
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
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class ParkedEventsTests {

  private static final String PROCESSOR = ProcessingGroups.DEAD_LETTER;

  private final Reader reader = new Reader();
  private final Map<String, SequencedDeadLetterQueue<EventMessage<?>>> queues =
      new ConcurrentHashMap<>();
  private Configuration axon;
  private DeadLetteredEvents parked;

  @ProcessingGroup(PROCESSOR)
  private static final class Reader {

    private final Set<String> poison = ConcurrentHashMap.newKeySet();
    private final Set<String> storeAwayFor = ConcurrentHashMap.newKeySet();
    private final List<String> handled = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(String event) {
      if (storeAwayFor.remove(event)) {
        throw new StoreUnavailable("the store is away");
      }
      if (poison.contains(event)) {
        throw new IllegalStateException("cannot take " + event);
      }
      handled.add(event);
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
            new ViewsProperties(Duration.ZERO))
        .configureModule(configurer);
    axon = configurer.start();
    parked = new DeadLetteredEvents(axon.eventProcessingConfiguration());
  }

  @AfterEach
  void stop() {
    axon.shutdown();
  }

  @Test
  void parksWhatCannotBeHandledWithItsFollowersAndGoesOnWithTheRest() {
    reader.poison.add("a0");
    publish("a", "a0", "a1");
    publish("b", "b0");
    ParkedEvent first = awaitParked(2);
    assertThat(first.sequence()).isEqualTo("a");
    assertThat(first.reason()).contains("IllegalStateException", "cannot take a0");
    assertThat(first.type()).isEqualTo("String");
    assertThat(parked.count(PROCESSOR)).isEqualTo(1);
    await().untilAsserted(() -> assertThat(reader.handled).containsExactly("b0"));
  }

  @Test
  void handlesASequenceAgainWhenItsFaultIsMended() {
    reader.poison.add("a0");
    publish("a", "a0", "a1");
    awaitParked(2);
    assertThat(parked.retry(PROCESSOR, "a"))
        .hasValueSatisfying(it -> assertThat(it.waiting()).isEqualTo(2));
    reader.poison.clear();
    assertThat(parked.retry(PROCESSOR, "a")).isEmpty();
    assertThat(reader.handled).containsExactly("a0", "a1");
    assertThat(parked.of(PROCESSOR)).hasValue(List.of());
  }

  @Test
  void dropsTheFirstSoThatTheOthersCanGoOn() {
    reader.poison.add("a0");
    publish("a", "a0", "a1");
    awaitParked(2);
    parked.drop(PROCESSOR, "a", false);
    assertThat(parked.retry(PROCESSOR, "a")).isEmpty();
    assertThat(reader.handled).containsExactly("a1");
  }

  @Test
  void dropsAWholeSequence() {
    reader.poison.add("a0");
    publish("a", "a0", "a1");
    awaitParked(2);
    parked.drop(PROCESSOR, "a", true);
    assertThat(parked.count(PROCESSOR)).isZero();
  }

  @Test
  void parksNothingWhileTheStoreIsAway() {
    reader.storeAwayFor.add("a0");
    publish("a", "a0", "a1");
    await().untilAsserted(() -> assertThat(reader.handled).containsExactly("a0", "a1"));
    assertThat(parked.count(PROCESSOR)).isZero();
  }

  @Test
  void knowsNoOtherSequenceAndNoOtherProcessor() {
    assertThat(parked.of("other")).isEmpty();
    assertThatExceptionOfType(RequestRefused.class).isThrownBy(() -> parked.retry(PROCESSOR, "a"));
    assertThatExceptionOfType(RequestRefused.class)
        .isThrownBy(() -> parked.drop(PROCESSOR, "a", true));
  }

  private ParkedEvent awaitParked(long waiting) {
    await().until(() -> parked.of(PROCESSOR).orElseThrow(), them -> waitingIn(them) == waiting);
    return parked.of(PROCESSOR).orElseThrow().getFirst();
  }

  private static long waitingIn(List<ParkedEvent> them) {
    return them.stream().mapToLong(ParkedEvent::waiting).sum();
  }

  private void publish(String aggregate, String... events) {
    for (int i = 0; i < events.length; i++) {
      axon.eventStore().publish(new GenericDomainEventMessage<>("Thing", aggregate, i, events[i]));
    }
  }

  private SequencedDeadLetterQueue<EventMessage<?>> queue(String group) {
    return queues.computeIfAbsent(
        group, _ -> InMemorySequencedDeadLetterQueue.<EventMessage<?>>defaultQueue());
  }

  private static Serializer serializer() {
    return Jackson3Serializer.builder().build();
  }
}
