package factory.integration.adapter.sqlite.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteMigration;
import factory.integration.adapter.sqlite.SqliteSchema;
import factory.integration.adapter.sqlite.event.SqliteEventStoreAutoConfiguration;
import factory.integration.adapter.sqlite.processing.SqliteProcessingAutoConfiguration;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.storage.contract.Effects;
import factory.integration.storage.contract.EventProcessorContract;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

final class EventProcessorTests extends EventProcessorContract {

  private static final SqliteSchema SEEN =
      new SqliteSchema(
          "seen",
          List.of(
              new SqliteMigration(
                  1,
                  "what was handled",
                  List.of("CREATE TABLE seen (what TEXT PRIMARY KEY) WITHOUT ROWID"))));

  @TempDir Path directory;

  @Override
  protected void start(Consumer<ApplicationContext> test) {
    new ApplicationContextRunner()
        .withPropertyValues("platform.data-dir=" + directory)
        .withBean("clock", Clock.class, Clock::systemUTC)
        .withBean(UniqueIds.class)
        .withBean("axon", Configuration.class, EventProcessorContract::axon)
        .withBean("serializer", Serializer.class, Happened::serializer)
        .withBean("eventSerializer", Serializer.class, Happened::serializer)
        .withConfiguration(
            AutoConfigurations.of(
                SqliteStorageAutoConfiguration.class,
                SqliteEventStoreAutoConfiguration.class,
                SqliteProcessingAutoConfiguration.class))
        .run(
            started -> {
              assertThat(started).hasNotFailed();
              test.accept(started);
            });
  }

  @Override
  protected Effects effects(ApplicationContext context) {
    SqliteDatabase state = state(context);
    state.add(SEEN);
    return new SeenRows(state);
  }

  private static SqliteDatabase state(ApplicationContext context) {
    return context.getBean("stateDatabase", SqliteDatabase.class);
  }

  /** A row that is there already is refused. */
  private record SeenRows(SqliteDatabase state) implements Effects {

    @Override
    public void add(String what) {
      state.write(session -> session.update("INSERT INTO seen VALUES (?)", what));
    }

    @Override
    public long count() {
      return state.first("SELECT count(*) FROM seen", row -> row.getLong(1)).orElseThrow();
    }

    @Override
    public void clear() {
      state.write(session -> session.update("DELETE FROM seen"));
    }
  }

  @Test
  void waitsUntilAFullDiskHasSpaceAgain() {
    start(
        context ->
            runOn(
                context,
                processor -> {
                  processor.publish("a", 5_000);
                  limitPages(context, 1);
                  processor.startWithoutDeadLetters();
                  await().until(processor::isInError);
                  assertThat(processor.seen()).isLessThan(5_000);

                  limitPages(context, 1_000_000);
                  await().until(() -> processor.seen() == 5_000);
                }));
  }

  private static void limitPages(ApplicationContext context, int pages) {
    state(context)
        .change(session -> session.list("PRAGMA max_page_count = " + pages, row -> row.getLong(1)));
  }
}
