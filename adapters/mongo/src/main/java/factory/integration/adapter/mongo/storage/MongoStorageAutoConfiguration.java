package factory.integration.adapter.mongo.storage;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.messaging.NodeRegistry;
import factory.integration.api.messaging.StoreHealth;
import io.micrometer.core.instrument.MeterRegistry;
import org.axonframework.common.transaction.TransactionManager;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/**
 * The database and the writes that a unit of work makes together. The packages beside this one make
 * the indexes of their collections and give the stores.
 */
@AutoConfiguration(
    beforeName = {
      "org.axonframework.springboot.autoconfig.AxonAutoConfiguration",
      "org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration"
    })
@ConditionalOnMongo
@EnableConfigurationProperties(MongoProperties.class)
public class MongoStorageAutoConfiguration {

  @Bean(destroyMethod = "close")
  MongoClient mongoClient(MongoProperties properties, MeterRegistry registry) {
    return MongoConnection.open(properties.connection(), new CommandCosts(registry));
  }

  @Bean
  MongoDatabase mongoDatabase(MongoClient mongoClient, MongoProperties properties) {
    return mongoClient.getDatabase(properties.database());
  }

  @Bean
  MongoWrites mongoWrites() {
    return new MongoWrites();
  }

  @Bean
  TransactionManager axonTransactionManager(MongoWrites mongoWrites) {
    return mongoWrites.transactions();
  }

  @Bean
  NodeRegistry nodeRegistry(MongoDatabase mongoDatabase) {
    return new MongoNodeRegistry(mongoDatabase);
  }

  @Bean
  StoreHealth storeHealth(MongoDatabase mongoDatabase) {
    return new MongoStoreHealth(mongoDatabase);
  }
}
