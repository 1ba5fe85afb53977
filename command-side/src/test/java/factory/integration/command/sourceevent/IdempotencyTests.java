package factory.integration.command.sourceevent;

import static factory.integration.command.sourceevent.SourceEventFixture.ID;
import static factory.integration.command.sourceevent.SourceEventFixture.NOON;
import static factory.integration.command.sourceevent.SourceEventFixture.publish;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.sourceevent.EventAccepted;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many publishers of one event, through a real command bus, repository and cache. */
class IdempotencyTests {

  private static final int PUBLISHERS = 100;

  private final Configuration axon = configuration();

  @BeforeEach
  void start() {
    axon.start();
  }

  @AfterEach
  void shutDown() {
    axon.shutdown();
  }

  @Test
  void acceptsOneOfAHundredAtTheSameTime() throws Exception {
    List<Object> answers = publishTogether(i -> publish("k-1"));

    assertThat(answers).filteredOn(Boolean.FALSE::equals).hasSize(1);
    assertThat(answers).filteredOn(Boolean.TRUE::equals).hasSize(PUBLISHERS - 1);
    assertThat(storedPayloads()).filteredOn(EventAccepted.class::isInstance).hasSize(1);
    assertThat(storedPayloads()).hasSize(PUBLISHERS);
  }

  @Test
  void acceptsOneOfAHundredBodiesUnderOneKey() throws Exception {
    List<Object> answers = publishTogether(i -> publish("k-1", "{\"i\": " + i + "}", NOON));

    assertThat(answers).filteredOn(Boolean.FALSE::equals).hasSize(1);
    assertThat(answers).filteredOn(CommandRejected.class::isInstance).hasSize(PUBLISHERS - 1);
    assertThat(storedPayloads()).hasSize(1);
  }

  private List<Object> publishTogether(IntFunction<Object> command) throws Exception {
    CommandGateway commands = axon.commandGateway();
    CyclicBarrier start = new CyclicBarrier(PUBLISHERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Object>> publishers =
          IntStream.range(0, PUBLISHERS)
              .mapToObj(i -> publisher(start, commands, command.apply(i)))
              .toList();
      return threads.invokeAll(publishers).stream().map(Future::resultNow).toList();
    }
  }

  private static Callable<Object> publisher(
      CyclicBarrier start, CommandGateway commands, Object command) {
    return () -> {
      start.await();
      return answer(commands, command);
    };
  }

  private static Object answer(CommandGateway commands, Object command) {
    try {
      return commands.sendAndWait(command);
    } catch (CommandRejected e) {
      return e;
    }
  }

  private List<? extends Object> storedPayloads() {
    return axon.eventStore().readEvents(ID.value()).asStream().map(Message::getPayload).toList();
  }

  private static Configuration configuration() {
    DefaultConfigurer configurer = (DefaultConfigurer) DefaultConfigurer.defaultConfiguration();
    configurer.configureSerializer(_ -> Jackson3Serializer.builder().build());
    configurer.configureEmbeddedEventStore(_ -> new InMemoryEventStorageEngine());
    new SourceEventConfiguration()
        .sourceEvent(new WeakReferenceCache())
        .configureModule(configurer);
    return configurer.buildConfiguration();
  }
}
