package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
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
