package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.event.MongoEventStoreAutoConfiguration;
import factory.integration.adapter.mongo.processing.MongoProcessingAutoConfiguration;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.storage.contract.Happened;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.async.SequentialPerAggregatePolicy;
import org.axonframework.eventhandling.deadletter.DeadLetteringEventHandlerInvoker;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The stores together, as an event processor uses them: each effect must be there exactly once. */
final class EventProcessorTests {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MovedClock clock = new MovedClock();
  private ApplicationContextRunner context;

  @BeforeEach
  void prepare() {
    context =
        new ApplicationContextRunner()
            .withPropertyValues(
                "platform.storage=mongo",
                "platform.mongo.uri=" + mongo.connectionString(),
                "platform.mongo.database=" + mongo.database().getName())
            .withBean("clock", Clock.class, () -> clock)
            .withBean(UniqueIds.class)
            .withBean(SimpleMeterRegistry.class)
            .withBean("axon", Configuration.class, EventProcessorTests::axon)
            .withBean("serializer", Serializer.class, Happened::serializer)
            .withBean("eventSerializer", Serializer.class, Happened::serializer)
            .withConfiguration(
                AutoConfigurations.of(
                    MongoStorageAutoConfiguration.class,
                    MongoEventStoreAutoConfiguration.class,
                    MongoProcessingAutoConfiguration.class));
  }

  private static Configuration axon() {
    return DefaultConfigurer.defaultConfiguration(false).buildConfiguration();
  }

  @Test
  void continuesWhereTheLastRunEnded() {
    run(
        platform -> {
          platform.publish("a", 300);
          platform.start();
          await().until(() -> platform.seen() == 300);
        });
    run(
        platform -> {
          platform.start();
          platform.publish("b", 200);
          await().until(() -> platform.seen() == 500);
        });
  }

  @Test
  void replaysFromTheBeginning() {
    run(
        platform -> {
          platform.publish("a", 300);
          platform.startWithoutDeadLetters();
          await().until(() -> platform.seen() == 300);

          platform.resetAndForget();
          platform.publish("b", 100);
          await().until(() -> platform.seen() == 400);
        });
  }

  @Test
  void repeatsABatchThatFailed() {
    run(
        platform -> {
          AtomicBoolean failed = new AtomicBoolean();
          platform.rejects(what -> what.equals("a#70") && failed.compareAndSet(false, true));
          platform.publish("a", 100);
          platform.startWithoutDeadLetters();

          await().until(() -> platform.seen() == 100);
          assertThat(failed).isTrue();
        });
  }

  @Test
  void keepsTheTokenWhenTheEventsThatABatchLedToAreRefused() {
    run(
        platform -> {
          platform.publish("a", 10);
          AtomicBoolean failed = new AtomicBoolean();
          platform.rejects(
              what -> {
                boolean conflicting = what.equals("a#7") && failed.compareAndSet(false, true);
                platform.publishNext(conflicting ? "a" : "after-" + what);
                return false;
              });
          platform.startWithoutDeadLetters();

          await().until(() -> platform.seen() == 20);
          assertThat(failed).isTrue();
        });
  }

  @Test
  void takesOverTheSegmentOfANodeThatDied() {
    run(
        dead -> {
          dead.startWithoutDeadLetters();
          await().until(dead::isProcessing);
          dead.stop();
          dead.claim();
          run(
              platform -> {
                platform.publish("a", 10);
                platform.startWithoutDeadLetters();
                assertThat(platform.isProcessing()).isFalse();

                clock.pass(Duration.ofSeconds(9));
                await().until(() -> platform.seen() == 10);
              });
        });
  }

  @Test
  void parksWhatCannotBeHandledAndEverythingBehindIt() {
    run(
        platform -> {
          AtomicBoolean broken = new AtomicBoolean(true);
          platform.rejects(what -> what.equals("bad#1") && broken.get());
          platform.publish("bad", 4);
          platform.publish("good", 4);
          platform.start();
          await().until(() -> platform.seen() == 5);
          await().until(() -> platform.letters().sequenceSize("bad") == 3);
          platform.publish("better", 2);
          await().until(() -> platform.seen() == 7);

          broken.set(false);
          assertThat(platform.processLetters()).isTrue();
          assertThat(platform.seen()).isEqualTo(10);
          assertThat(platform.letters().size()).isZero();
        });
  }

  private void run(Consumer<Platform> test) {
    context.run(
        started -> {
          assertThat(started).hasNotFailed();
          Platform platform = new Platform(started);
          try {
            test.accept(platform);
          } finally {
            platform.stop();
          }
        });
  }

  /** A clock that all nodes share. */
  private static final class MovedClock extends Clock {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

    void pass(Duration time) {
      now.updateAndGet(before -> before.plus(time));
    }

    @Override
    public Instant instant() {
      return now.get();
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("UTC only");
    }
  }

  /** Handles events by writing a document for each. */
  public static final class Recorder {

    private final MongoWrites writes;
    private final MongoCollection<Document> seen;
    private Function<String, Boolean> rejected = _ -> false;

    Recorder(MongoWrites writes, MongoDatabase database) {
      this.writes = writes;
      this.seen = database.getCollection("seen");
    }

    @EventHandler
    void on(Happened event) {
      if (!event.what().startsWith("after-") && rejected.apply(event.what())) {
        throw new IllegalStateException("cannot handle " + event.what());
      }
      writes.write(
          seen,
          new ReplaceOneModel<>(
              Filters.eq(event.what()), new Document(), new ReplaceOptions().upsert(true)));
    }
  }

  private static final class Platform {

    private final EventStore events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final MongoDatabase database;
    private final Recorder recorder;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final DeadLetteringEventHandlerInvoker parking;
    private TrackingEventProcessor processor;

    @SuppressWarnings("unchecked")
    Platform(ApplicationContext context) {
      events = context.getBean(EventStore.class);
      tokens = context.getBean(TokenStore.class);
      transactions = context.getBean(TransactionManager.class);
      database = context.getBean(MongoDatabase.class);
      recorder = new Recorder(context.getBean(MongoWrites.class), database);
      letters =
          ((Function<String, SequencedDeadLetterQueue<EventMessage<?>>>)
                  context.getBean("deadLetterQueues"))
              .apply("seen");
      parking =
          DeadLetteringEventHandlerInvoker.builder()
              .eventHandlers(recorder)
              .sequencingPolicy(SequentialPerAggregatePolicy.instance())
              .queue(letters)
              .transactionManager(transactions)
              .build();
    }

    void rejects(Function<String, Boolean> rejected) {
      recorder.rejected = rejected;
    }

    void publish(String aggregate, int count) {
      events.publish(Happened.events(aggregate, count));
    }

    void publishNext(String aggregate) {
      events.publish(Happened.event(aggregate, 0));
    }

    void claim() {
      tokens.fetchToken("seen", 0);
    }

    boolean isProcessing() {
      return !processor.processingStatus().isEmpty();
    }

    void start() {
      start(parking);
    }

    void startWithoutDeadLetters() {
      start(
          SimpleEventHandlerInvoker.builder()
              .eventHandlers(recorder)
              .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
              .build());
    }

    private void start(EventHandlerInvoker invoker) {
      processor =
          TrackingEventProcessor.builder()
              .name("seen")
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
      processor.shutDown();
      database.getCollection("seen").drop();
      processor.resetTokens();
      processor.start();
    }

    void stop() {
      processor.shutDown();
    }

    long seen() {
      return database.getCollection("seen").countDocuments();
    }

    SequencedDeadLetterQueue<EventMessage<?>> letters() {
      return letters;
    }

    boolean processLetters() {
      return parking.process(_ -> true);
    }
  }
}
