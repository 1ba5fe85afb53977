package factory.integration.adapter.mongo.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ReadConcern;
import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.event.MongoEventStoreAutoConfiguration;
import factory.integration.adapter.mongo.processing.MongoProcessingAutoConfiguration;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.storage.contract.Happened;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class MongoStorageAutoConfigurationTests {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean("clock", Clock.class, Clock::systemUTC)
          .withBean(UniqueIds.class)
          .withBean(SimpleMeterRegistry.class)
          .withBean("axon", Configuration.class, MongoStorageAutoConfigurationTests::axon)
          .withBean("serializer", Serializer.class, Happened::serializer)
          .withBean("eventSerializer", Serializer.class, Happened::serializer)
          .withConfiguration(
              AutoConfigurations.of(
                  MongoStorageAutoConfiguration.class,
                  MongoEventStoreAutoConfiguration.class,
                  MongoProcessingAutoConfiguration.class));

  @Test
  void givesEveryStoreInTheDatabase() {
    context
        .withPropertyValues(
            "platform.storage=mongo",
            "platform.mongo.uri=" + mongo.connectionString(),
            "platform.mongo.database=" + mongo.database().getName())
        .run(
            started -> {
              assertThat(started)
                  .hasNotFailed()
                  .hasSingleBean(EventStore.class)
                  .hasSingleBean(TransactionManager.class)
                  .hasSingleBean(TokenStore.class)
                  .hasSingleBean(SagaStore.class)
                  .hasBean("deadLetterQueues");
              assertThat(started.getBean(StoreHealth.class).isReachable()).isTrue();
            });
  }

  @Test
  void waitsForAMajorityWhateverTheConnectionStringSays() {
    context
        .withPropertyValues(
            "platform.storage=mongo", "platform.mongo.uri=mongodb://127.0.0.1:1/?w=1&journal=false")
        .withUserConfiguration()
        .run(
            started ->
                assertThat(started).getFailure().rootCause().hasMessageContaining("127.0.0.1:1"));
    try (var client =
        MongoConnection.open(
            new MongoProperties("mongodb://127.0.0.1:1/?w=1&journal=false", "db").connection())) {
      MongoDatabase database = client.getDatabase("db");
      assertThat(database.getWriteConcern().getWObject()).isEqualTo("majority");
      assertThat(database.getWriteConcern().getJournal()).isTrue();
      assertThat(database.getReadConcern()).isEqualTo(ReadConcern.MAJORITY);
    }
  }

  @Test
  void staysAwayUnlessItIsChosen() {
    context.run(started -> assertThat(started).doesNotHaveBean(MongoDatabase.class));
  }

  @Test
  void asksForTheServer() {
    context
        .withPropertyValues("platform.storage=mongo")
        .run(
            started ->
                assertThat(started)
                    .getFailure()
                    .rootCause()
                    .hasMessageContaining("platform.mongo.uri"));
  }

  private static Configuration axon() {
    return DefaultConfigurer.defaultConfiguration(false).buildConfiguration();
  }
}
