package factory.integration.adapter.sqlite.storage;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.NodeRegistry;
import factory.integration.api.messaging.StoreHealth;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The two files of the embedded store and the transactions of the second one. The packages beside
 * this one put their tables into these files and give the stores.
 */
@AutoConfiguration(
    beforeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration"
    })
@ConditionalOnSqlite
@EnableConfigurationProperties(SqliteProperties.class)
public class SqliteStorageAutoConfiguration {

  @Bean
  DataDirectory dataDirectory(SqliteProperties properties) {
    return DataDirectory.open(properties.directory());
  }

  @Bean
  SqliteDatabase eventsDatabase(DataDirectory directory) {
    return SqliteDatabase.openDurable(directory.file("events.db"));
  }

  @Bean
  SqliteDatabase stateDatabase(DataDirectory directory) {
    return SqliteDatabase.openDerivable(directory.file("state.db"));
  }

  @Bean
  TransactionManager axonTransactionManager(SqliteDatabase stateDatabase) {
    return stateDatabase.transactions();
  }

  /** A data directory has one node. */
  @Bean
  NodeRegistry nodeRegistry() {
    return (_, _, _) -> 1;
  }

  @Bean
  StoreHealth storeHealth(SqliteDatabase eventsDatabase, SqliteDatabase stateDatabase) {
    return new SqliteStoreHealth(eventsDatabase, stateDatabase);
  }
}
