package factory.integration.adapter.mongo.retention;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.adapter.mongo.view.MongoViewAutoConfiguration;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import factory.integration.storage.contract.view.ReadModels;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The stores as the platform makes them, empty for each test. */
final class Stores implements BeforeEachCallback, AfterEachCallback {

  private final MongoFixture mongo = new MongoFixture();
  private AnnotationConfigApplicationContext context;

  @Override
  public void beforeEach(ExtensionContext test) {
    mongo.beforeEach(test);
    Map<String, Object> settings =
        Map.of(
            "platform.storage", "mongo",
            "platform.mongo.uri", mongo.connectionString(),
            "platform.mongo.database", mongo.database().getName());
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.register(
        SimpleMeterRegistry.class,
        MongoStorageAutoConfiguration.class,
        MongoViewAutoConfiguration.class,
        MongoRetentionAutoConfiguration.class);
    context.refresh();
  }

  @Override
  public void afterEach(ExtensionContext test) {
    context.close();
    mongo.afterEach(test);
  }

  MongoDatabase database() {
    return mongo.database();
  }

  ReadModels readModels() {
    return new ReadModels(
        bean(EventLogStore.class),
        bean(SearchIndex.class),
        bean(IntegrationEventStore.class),
        bean(CommunicationLogStore.class),
        bean(SubscriptionViewStore.class),
        bean(DeadLetterStore.class),
        bean(RegistryStore.class));
  }

  <T> T bean(Class<T> type) {
    return context.getBean(type);
  }
}
