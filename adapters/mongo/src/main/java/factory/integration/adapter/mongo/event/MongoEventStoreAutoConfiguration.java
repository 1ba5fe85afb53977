package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import java.time.InstantSource;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.NoCache;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The event store, which is the event bus too. */
@AutoConfiguration(
    after = MongoStorageAutoConfiguration.class,
    beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnMongo
public class MongoEventStoreAutoConfiguration {

  /**
   * An aggregate in memory would not show what another node has stored, and a decision that appends
   * nothing would never meet the conflict.
   */
  @Bean
  Cache aggregateCache() {
    return NoCache.INSTANCE;
  }

  @Bean(destroyMethod = "close")
  @Primary
  MongoEventStore eventStore(
      MongoDatabase mongoDatabase,
      InstantSource clock,
      Configuration configuration,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      @Qualifier("serializer") Serializer serializer) {
    BatchingEventStorageEngine.Builder engine =
        new MongoEventStorageEngine.Builder()
            .eventSerializer(eventSerializer)
            .snapshotSerializer(serializer)
            .upcasterChain(configuration.upcasterChain())
            .snapshotFilter(configuration.snapshotFilter());
    EmbeddedEventStore.Builder store = EmbeddedEventStore.builder();
    store.messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"));
    store.spanFactory(configuration.getComponent(EventBusSpanFactory.class));
    return new MongoEventStore(new MongoEventStorageEngine(mongoDatabase, clock, engine), store);
  }
}
