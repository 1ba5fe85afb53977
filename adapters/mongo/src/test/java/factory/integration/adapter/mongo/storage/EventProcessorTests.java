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
import factory.integration.storage.contract.Effects;
import factory.integration.storage.contract.EventProcessorContract;
import factory.integration.storage.contract.Happened;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.axonframework.config.Configuration;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

final class EventProcessorTests extends EventProcessorContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();

  /** The clock that all nodes share. */
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());

  @Override
  protected void start(Consumer<ApplicationContext> test) {
    new ApplicationContextRunner()
        .withPropertyValues(
            "platform.storage=mongo",
            "platform.mongo.uri=" + mongo.connectionString(),
            "platform.mongo.database=" + mongo.database().getName())
        .withBean("clock", InstantSource.class, () -> now::get)
        .withBean(UniqueIds.class)
        .withBean(SimpleMeterRegistry.class)
        .withBean("axon", Configuration.class, EventProcessorContract::axon)
        .withBean("serializer", Serializer.class, Happened::serializer)
        .withBean("eventSerializer", Serializer.class, Happened::serializer)
        .withConfiguration(
            AutoConfigurations.of(
                MongoStorageAutoConfiguration.class,
                MongoEventStoreAutoConfiguration.class,
                MongoProcessingAutoConfiguration.class))
        .run(
            started -> {
              assertThat(started).hasNotFailed();
              test.accept(started);
            });
  }

  @Override
  protected Effects effects(ApplicationContext context) {
    return new SeenDocuments(
        context.getBean(MongoWrites.class),
        context.getBean(MongoDatabase.class).getCollection("seen"));
  }

  private record SeenDocuments(MongoWrites writes, MongoCollection<Document> seen)
      implements Effects {

    @Override
    public void add(String what) {
      writes.write(
          seen,
          new ReplaceOneModel<>(
              Filters.eq(what), new Document(), new ReplaceOptions().upsert(true)));
    }

    @Override
    public long count() {
      return seen.countDocuments();
    }

    @Override
    public void clear() {
      seen.drop();
    }
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
              processor -> {
                processor.publish("a", 10);
                processor.startWithoutDeadLetters();
                assertThat(processor.isProcessing()).isFalse();

                now.updateAndGet(before -> before.plus(Duration.ofSeconds(9)));
                await().until(() -> processor.seen() == 10);
              });
        });
  }
}
