package factory.integration.adapter.sqlite.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import factory.integration.adapter.sqlite.event.SqliteEventStoreAutoConfiguration;
import factory.integration.adapter.sqlite.processing.SqliteProcessingAutoConfiguration;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

/** The stores together, as an event processor uses them: each effect must be there exactly once. */
final class EventProcessorTests {

  private static final SqliteSchema SEEN =
      new SqliteSchema(
          "seen",
          List.of(
              new SqliteMigration(
                  1,
                  "what was handled",
                  List.of("CREATE TABLE seen (what TEXT PRIMARY KEY) WITHOUT ROWID"))));

  @TempDir Path directory;
  private ApplicationContextRunner context;

  @BeforeEach
  void prepare() {
    context =
        new ApplicationContextRunner()
            .withPropertyValues("platform.data-dir=" + directory)
            .withBean("clock", Clock.class, Clock::systemUTC)
            .withBean(UniqueIds.class)
            .withBean("axon", Configuration.class, EventProcessorTests::axon)
            .withBean("serializer", Serializer.class, Happened::serializer)
            .withBean("eventSerializer", Serializer.class, Happened::serializer)
            .withConfiguration(
                AutoConfigurations.of(
                    SqliteStorageAutoConfiguration.class,
                    SqliteEventStoreAutoConfiguration.class,
                    SqliteProcessingAutoConfiguration.class));
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
  void waitsUntilAFullDiskHasSpaceAgain() {
    run(
        platform -> {
          platform.publish("a", 5_000);
          platform.limitPages(1);
          platform.startWithoutDeadLetters();
          await().until(platform::isInError);
          assertThat(platform.seen()).isLessThan(5_000);

          platform.limitPages(1_000_000);
          await().until(() -> platform.seen() == 5_000);
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
          assertThat(platform.letters().sequenceSize("bad")).isEqualTo(3);
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

  /** Handles events by writing a row for each, which fails for a row that is there already. */
  public static final class Recorder {

    private final SqliteDatabase database;
    private Function<String, Boolean> rejected = _ -> false;

    Recorder(SqliteDatabase database) {
      this.database = database;
    }

    @EventHandler
    void on(Happened event) {
      if (rejected.apply(event.what())) {
        throw new IllegalStateException("cannot handle " + event.what());
      }
      database.write(session -> session.update("INSERT INTO seen VALUES (?)", event.what()));
    }
  }

  private static final class Platform {

    private final EventStore events;
    private final TokenStore tokens;
    private final TransactionManager transactions;
    private final SqliteDatabase state;
    private final Recorder recorder;
    private final SequencedDeadLetterQueue<EventMessage<?>> letters;
    private final DeadLetteringEventHandlerInvoker parking;
    private TrackingEventProcessor processor;

    @SuppressWarnings("unchecked")
    Platform(ApplicationContext context) {
      events = context.getBean(EventStore.class);
      tokens = context.getBean(TokenStore.class);
      transactions = context.getBean(TransactionManager.class);
      state = context.getBean("stateDatabase", SqliteDatabase.class);
      state.add(SEEN);
      recorder = new Recorder(state);
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
                      .andEventAvailabilityTimeout(100, TimeUnit.MILLISECONDS))
              .build();
      processor.start();
    }

    void resetAndForget() {
      processor.shutDown();
      state.write(session -> session.update("DELETE FROM seen"));
      processor.resetTokens();
      processor.start();
    }

    void stop() {
      processor.shutDown();
    }

    boolean isInError() {
      return processor.processingStatus().values().stream().anyMatch(each -> each.isErrorState());
    }

    long seen() {
      return state.first("SELECT count(*) FROM seen", row -> row.getLong(1)).orElseThrow();
    }

    SequencedDeadLetterQueue<EventMessage<?>> letters() {
      return letters;
    }

    boolean processLetters() {
      return parking.process(_ -> true);
    }

    void limitPages(int pages) {
      state.change(
          session -> session.list("PRAGMA max_page_count = " + pages, row -> row.getLong(1)));
    }
  }
}
