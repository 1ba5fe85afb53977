package factory.integration.adapter.mongo.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.security.MongoSecurityAutoConfiguration;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.adapter.mongo.work.MongoWorkAutoConfiguration;
import factory.integration.api.vault.SecretStore;
import factory.integration.gateway.security.ApiKeyStore;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.delivery.DueWork;
import factory.integration.saga.routing.SubscriptionStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

final class MongoViewAutoConfigurationTests {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean(SimpleMeterRegistry.class)
          .withConfiguration(
              AutoConfigurations.of(
                  MongoStorageAutoConfiguration.class,
                  MongoSecurityAutoConfiguration.class,
                  MongoWorkAutoConfiguration.class,
                  MongoViewAutoConfiguration.class));

  @Test
  void givesTheStoresOfViewsWorkAndSecrets() {
    context
        .withPropertyValues(
            "platform.storage=mongo",
            "platform.mongo.uri=" + mongo.connectionString(),
            "platform.mongo.database=" + mongo.database().getName())
        .run(
            started ->
                Stream.of(
                        MongoDatabase.class,
                        EventLogStore.class,
                        SearchIndex.class,
                        IntegrationEventStore.class,
                        CommunicationLogStore.class,
                        SubscriptionViewStore.class,
                        DeadLetterStore.class,
                        RegistryStore.class,
                        DueWork.class,
                        DeadlineStore.class,
                        SubscriptionStore.class,
                        ConnectionStore.class,
                        ApiKeyStore.class,
                        SecretStore.class)
                    .forEach(store -> assertThat(started).hasSingleBean(store)));
  }

  @Test
  void staysAwayWhenNoStorageIsChosen() {
    context.run(
        started ->
            assertThat(started)
                .hasNotFailed()
                .doesNotHaveBean(MongoDatabase.class)
                .doesNotHaveBean(EventLogStore.class));
  }
}
