package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The read models. */
@AutoConfiguration(after = SqliteStorageAutoConfiguration.class)
@ConditionalOnSqlite
public class SqliteViewAutoConfiguration {

  @Bean
  EventLogStore eventLogStore(SqliteDatabase stateDatabase) {
    return new SqliteEventLogStore(withTables(stateDatabase));
  }

  @Bean
  SearchIndex searchIndex(SqliteDatabase stateDatabase) {
    return new SqliteSearchIndex(withTables(stateDatabase));
  }

  @Bean
  IntegrationEventStore integrationEventStore(SqliteDatabase stateDatabase) {
    return new SqliteIntegrationEventStore(withTables(stateDatabase));
  }

  @Bean
  CommunicationLogStore communicationLogStore(SqliteDatabase stateDatabase) {
    return new SqliteCommunicationLogStore(withTables(stateDatabase));
  }

  @Bean
  SubscriptionViewStore subscriptionViewStore(SqliteDatabase stateDatabase) {
    return new SqliteSubscriptionViewStore(withTables(stateDatabase));
  }

  @Bean
  DeadLetterStore deadLetterStore(SqliteDatabase stateDatabase) {
    return new SqliteDeadLetterStore(withTables(stateDatabase));
  }

  @Bean
  RegistryStore registryStore(SqliteDatabase stateDatabase) {
    return new SqliteRegistryStore(withTables(stateDatabase));
  }

  private static SqliteDatabase withTables(SqliteDatabase database) {
    database.add(ViewSchema.SCHEMA);
    return database;
  }
}
