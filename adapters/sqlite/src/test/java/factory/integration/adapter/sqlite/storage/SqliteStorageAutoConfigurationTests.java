package factory.integration.adapter.sqlite.storage;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.event.SqliteEventStoreAutoConfiguration;
import factory.integration.adapter.sqlite.processing.SqliteProcessingAutoConfiguration;
import factory.integration.adapter.sqlite.security.SqliteSecurityAutoConfiguration;
import factory.integration.adapter.sqlite.work.SqliteWorkAutoConfiguration;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretStore;
import factory.integration.gateway.security.ApiKeyStore;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.delivery.DueWork;
import factory.integration.saga.routing.SubscriptionStore;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class SqliteStorageAutoConfigurationTests {

  @TempDir Path directory;
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean("clock", Clock.class, Clock::systemUTC)
          .withBean(UniqueIds.class)
          .withBean("axon", Configuration.class, SqliteStorageAutoConfigurationTests::axon)
          .withBean("serializer", Serializer.class, Happened::serializer)
          .withBean("eventSerializer", Serializer.class, Happened::serializer)
          .withConfiguration(
              AutoConfigurations.of(
                  SqliteStorageAutoConfiguration.class,
                  SqliteEventStoreAutoConfiguration.class,
                  SqliteProcessingAutoConfiguration.class,
                  SqliteSecurityAutoConfiguration.class,
                  SqliteWorkAutoConfiguration.class));

  @Test
  void givesEveryStoreInTheDataDirectory() {
    context
        .withPropertyValues("platform.data-dir=" + directory.resolve("data"))
        .run(
            started -> {
              assertThat(started)
                  .hasNotFailed()
                  .hasSingleBean(EventStore.class)
                  .hasSingleBean(TransactionManager.class)
                  .hasSingleBean(TokenStore.class)
                  .hasSingleBean(SagaStore.class)
                  .hasBean("deadLetterQueues")
                  .hasSingleBean(DeadlineStore.class)
                  .hasSingleBean(DueWork.class)
                  .hasSingleBean(SubscriptionStore.class)
                  .hasSingleBean(ConnectionStore.class)
                  .hasSingleBean(ApiKeyStore.class)
                  .hasSingleBean(SecretStore.class);
              assertThat(started.getBeansOfType(SqliteDatabase.class))
                  .containsOnlyKeys("eventsDatabase", "stateDatabase");
              assertThat(started.getBean(StoreHealth.class).isReachable()).isTrue();
            });
    assertThat(directory.resolve("data/events.db")).exists();
    assertThat(directory.resolve("data/state.db")).exists();
  }

  @Test
  void staysAwayWhenAnotherStorageIsChosen() {
    context
        .withPropertyValues("platform.storage=mongo")
        .run(started -> assertThat(started).doesNotHaveBean(SqliteDatabase.class));
  }

  @Test
  void saysWhichDirectoryCannotBeUsed() {
    context
        .withPropertyValues("platform.data-dir=/dev/null/data")
        .run(
            started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("/dev/null"));
  }

  private static Configuration axon() {
    return DefaultConfigurer.defaultConfiguration(false).buildConfiguration();
  }
}
