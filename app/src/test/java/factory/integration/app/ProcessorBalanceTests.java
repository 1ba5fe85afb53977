package factory.integration.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.api.messaging.NodeId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessorBalanceTests {

  private static final List<String> NAMES = List.of("a", "b", ProcessorConfiguration.OUTBOUND);

  private final Map<String, Integer> beats = new ConcurrentHashMap<>();
  private int alive = 1;
  private Configuration axon;
  private ProcessorBalance balance;

  @ProcessingGroup("a")
  private static final class First {
    @EventHandler
    void on(String event) {
      assertThat(event).isNotNull();
    }
  }

  @ProcessingGroup("b")
  private static final class Second {
    @EventHandler
    void on(String event) {
      assertThat(event).isNotNull();
    }
  }

  @ProcessingGroup(ProcessorConfiguration.OUTBOUND)
  private static final class Outbound {
    @EventHandler
    void on(String event) {
      assertThat(event).isNotNull();
    }
  }

  @BeforeEach
  void start() {
    Configurer configurer =
        DefaultConfigurer.defaultConfiguration()
            .configureSerializer(_ -> Jackson3Serializer.builder().build())
            .configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
    configurer
        .eventProcessing()
        .usingTrackingEventProcessors()
        .registerEventHandler(_ -> new First())
        .registerEventHandler(_ -> new Second())
        .registerEventHandler(_ -> new Outbound());
    axon = configurer.start();
    balance =
        new ProcessorBalance(
            (node, _, _) -> {
              beats.merge(node, 1, Integer::sum);
              return alive;
            },
            axon.eventProcessingConfiguration(),
            Clock.systemUTC(),
            new NodeId("node-1"));
    await().until(() -> running().size() == NAMES.size());
  }

  @AfterEach
  void stop() {
    axon.shutdown();
  }

  @Test
  void keepsAllWhileItIsAlone() {
    balance.balance();
    assertThat(running()).hasSize(3);
    assertThat(beats).containsExactly(Map.entry("node-1", 1));
  }

  @Test
  void letsGoOfWhatIsBeyondItsShare() {
    alive = 2;
    balance.balance();
    await().until(() -> running().size() == 2);
    balance.balance();
    assertThat(running()).hasSize(2);
  }

  @Test
  void keepsTheOutboundPathLongest() {
    alive = 3;
    balance.balance();
    await().until(() -> running().equals(List.of(ProcessorConfiguration.OUTBOUND)));
  }

  private List<String> running() {
    return NAMES.stream()
        .filter(
            name ->
                axon.eventProcessingConfiguration()
                    .eventProcessor(name, StreamingEventProcessor.class)
                    .filter(it -> !it.processingStatus().isEmpty())
                    .isPresent())
        .toList();
  }
}
