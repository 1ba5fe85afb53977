package factory.integration.adapter.sqlite.security;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.api.vault.SecretStore;
import factory.integration.gateway.security.ApiKeyStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** API keys and sealed secrets. */
@AutoConfiguration(after = SqliteStorageAutoConfiguration.class)
@ConditionalOnSqlite
public class SqliteSecurityAutoConfiguration {

  @Bean
  ApiKeyStore apiKeyStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(SecuritySchema.SCHEMA);
    return new SqliteApiKeyStore(stateDatabase);
  }

  @Bean
  SecretStore secretStore(SqliteDatabase stateDatabase) {
    stateDatabase.add(SecuritySchema.SCHEMA);
    return new SqliteSecretStore(stateDatabase);
  }
}
