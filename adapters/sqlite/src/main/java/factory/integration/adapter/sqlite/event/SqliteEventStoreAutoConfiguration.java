package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.api.messaging.ReadAhead;
import org.axonframework.common.caching.Cache;
import org.axonframework.common.caching.WeakReferenceCache;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The event store, which is the event bus too. */
@AutoConfiguration(
    after = SqliteStorageAutoConfiguration.class,
    beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnSqlite
public class SqliteEventStoreAutoConfiguration {

  /** Nobody else writes to this store, so an aggregate in memory is as it is stored. */
  @Bean
  Cache aggregateCache() {
    return new WeakReferenceCache();
  }

  /** Most aggregates are in memory, the others next to it. */
  @Bean
  ReadAhead readAhead() {
    return ReadAhead.NOTHING;
  }

  @Bean
  @Primary
  EventStore eventStore(
      SqliteDatabase eventsDatabase,
      Configuration configuration,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      @Qualifier("serializer") Serializer serializer) {
    eventsDatabase.add(EventSchema.SCHEMA);
    BatchingEventStorageEngine.Builder engine =
        new SqliteEventStorageEngine.Builder()
            .eventSerializer(eventSerializer)
            .snapshotSerializer(serializer)
            .upcasterChain(configuration.upcasterChain())
            .snapshotFilter(configuration.snapshotFilter());
    AbstractEventStore.Builder store = new TailingEventStore.Builder();
    store.messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore"));
    store.spanFactory(configuration.getComponent(EventBusSpanFactory.class));
    return new TailingEventStore(new SqliteEventStorageEngine(eventsDatabase, engine), store);
  }
}
