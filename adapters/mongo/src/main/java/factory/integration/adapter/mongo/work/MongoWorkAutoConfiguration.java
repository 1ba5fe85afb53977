package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.saga.connection.ConnectionStore;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.delivery.DueWork;
import factory.integration.saga.routing.SubscriptionStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Due deliveries, deadlines, the routing table and established connections. */
@AutoConfiguration(after = MongoStorageAutoConfiguration.class)
@ConditionalOnMongo
public class MongoWorkAutoConfiguration {

  @Bean
  DueWork dueWork(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoDueWork(mongoDatabase, mongoWrites);
  }

  @Bean
  DeadlineStore deadlineStore(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoDeadlineStore(mongoDatabase, mongoWrites);
  }

  @Bean
  SubscriptionStore subscriptionStore(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoSubscriptionStore(mongoDatabase, mongoWrites);
  }

  @Bean
  ConnectionStore connectionStore(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoConnectionStore(mongoDatabase, mongoWrites);
  }
}
