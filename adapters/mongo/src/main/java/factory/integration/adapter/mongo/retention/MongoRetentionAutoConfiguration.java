package factory.integration.adapter.mongo.retention;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.view.MongoViewAutoConfiguration;
import factory.integration.query.retention.RetentionStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Removal of old entries of the read models. */
@AutoConfiguration(after = MongoViewAutoConfiguration.class)
@ConditionalOnMongo
public class MongoRetentionAutoConfiguration {

  @Bean
  RetentionStore retentionStore(MongoDatabase mongoDatabase) {
    return new MongoRetentionStore(mongoDatabase);
  }
}
