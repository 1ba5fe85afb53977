package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** API keys and sealed secrets. */
@AutoConfiguration(after = SqliteStorageAutoConfiguration.class)
@ConditionalOnSqlite
public class SqliteSecurityAutoConfiguration {

  @Bean
  SqliteApiKeyStore apiKeyStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(SecuritySchema.SCHEMA);
    return new SqliteApiKeyStore(stateDatabase);
  }

  @Bean
  SqliteSecretStore secretStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(SecuritySchema.SCHEMA);
    return new SqliteSecretStore(stateDatabase);
  }
}
