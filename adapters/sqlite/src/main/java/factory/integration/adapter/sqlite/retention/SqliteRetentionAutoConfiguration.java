package factory.integration.adapter.sqlite.retention;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.view.SqliteViewAutoConfiguration;
import factory.integration.query.retention.RetentionStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Removal of old entries of the read models. */
@AutoConfiguration(after = SqliteViewAutoConfiguration.class)
@ConditionalOnSqlite
public class SqliteRetentionAutoConfiguration {

  @Bean
  RetentionStore retentionStore(SqliteDatabase stateDatabase) {
    return new SqliteRetentionStore(stateDatabase);
  }
}
