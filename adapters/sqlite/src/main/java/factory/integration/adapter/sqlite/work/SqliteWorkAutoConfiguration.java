package factory.integration.adapter.sqlite.work;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.delivery.DueWork;
import factory.integration.saga.routing.SubscriptionStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Due deliveries, deadlines, the routing table and established connections. */
@AutoConfiguration(after = SqliteStorageAutoConfiguration.class)
@ConditionalOnSqlite
public class SqliteWorkAutoConfiguration {

  @Bean
  DueWork dueWork(SqliteDatabase stateDatabase) {
    stateDatabase.add(WorkSchema.SCHEMA);
    return new SqliteDueWork(stateDatabase);
  }

  @Bean
  DeadlineStore deadlineStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(WorkSchema.SCHEMA);
    return new SqliteDeadlineStore(stateDatabase);
  }

  @Bean
  SubscriptionStore subscriptionStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(WorkSchema.SCHEMA);
    return new SqliteSubscriptionStore(stateDatabase);
  }

  @Bean
  ConnectionStore connectionStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(WorkSchema.SCHEMA);
    return new SqliteConnectionStore(stateDatabase);
  }
}
