package factory.integration.adapter.mongo.security;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.api.vault.SecretStore;
import factory.integration.gateway.security.ApiKeyStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** API keys and sealed secrets. */
@AutoConfiguration(after = MongoStorageAutoConfiguration.class)
@ConditionalOnMongo
public class MongoSecurityAutoConfiguration {

  @Bean
  ApiKeyStore apiKeyStore(MongoDatabase mongoDatabase) {
    return new MongoApiKeyStore(mongoDatabase);
  }

  @Bean
  SecretStore secretStore(MongoDatabase mongoDatabase) {
    return new MongoSecretStore(mongoDatabase);
  }
}
