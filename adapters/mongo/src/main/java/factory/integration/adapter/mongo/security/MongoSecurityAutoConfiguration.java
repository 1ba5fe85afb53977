package factory.integration.adapter.mongo.security;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** API keys and sealed secrets. */
@AutoConfiguration(after = MongoStorageAutoConfiguration.class)
@ConditionalOnMongo
public class MongoSecurityAutoConfiguration {

  @Bean
  MongoApiKeyStore apiKeyStore(MongoDatabase mongoDatabase) {
    return new MongoApiKeyStore(mongoDatabase);
  }

  @Bean
  MongoSecretStore secretStore(MongoDatabase mongoDatabase) {
    return new MongoSecretStore(mongoDatabase);
  }
}
