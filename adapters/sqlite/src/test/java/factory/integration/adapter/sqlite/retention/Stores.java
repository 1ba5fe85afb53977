package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.adapter.sqlite.view.SqliteViewAutoConfiguration;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import factory.integration.storage.contract.view.ReadModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.FileSystemUtils;

/** The stores as the platform makes them, empty for each test. */
final class Stores implements BeforeEachCallback, AfterEachCallback {

  private Path directory;
  private AnnotationConfigApplicationContext context;

  @Override
  public void beforeEach(ExtensionContext test) throws IOException {
    directory = Files.createTempDirectory("retention");
    Map<String, Object> settings = Map.of("platform.data-dir", directory.toString());
    context = new AnnotationConfigApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    context.register(
        SqliteStorageAutoConfiguration.class,
        SqliteViewAutoConfiguration.class,
        SqliteRetentionAutoConfiguration.class);
    context.refresh();
  }

  @Override
  public void afterEach(ExtensionContext test) throws IOException {
    context.close();
    FileSystemUtils.deleteRecursively(directory);
  }

  SqliteDatabase state() {
    return context.getBean("stateDatabase", SqliteDatabase.class);
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
