package factory.integration.adapter.mongo.view;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.query.communication.CommunicationLogStore;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.failure.DeadLetterStore;
import factory.integration.query.integrationevent.IntegrationEventStore;
import factory.integration.query.registry.RegistryStore;
import factory.integration.query.search.SearchIndex;
import factory.integration.query.subscription.SubscriptionViewStore;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The read models. */
@AutoConfiguration(after = MongoStorageAutoConfiguration.class)
@ConditionalOnMongo
public class MongoViewAutoConfiguration {

  @Bean
  SourceEvents sourceEventDocuments(MongoDatabase mongoDatabase) {
    return new SourceEvents(mongoDatabase);
  }

  @Bean
  EventLogStore eventLogStore(SourceEvents sourceEventDocuments, MongoWrites mongoWrites) {
    return new MongoEventLogStore(
        sourceEventDocuments, new TextMatches(sourceEventDocuments), mongoWrites);
  }

  @Bean
  SearchIndex searchIndex(SourceEvents sourceEventDocuments, MongoWrites mongoWrites) {
    return new MongoSearchIndex(sourceEventDocuments, mongoWrites);
  }

  @Bean
  IntegrationEventStore integrationEventStore(
      MongoDatabase mongoDatabase, SourceEvents sourceEventDocuments, MongoWrites mongoWrites) {
    IntegrationEvents attempts =
        new IntegrationEvents(mongoDatabase, new TextMatches(sourceEventDocuments));
    return new MongoIntegrationEventStore(attempts, mongoWrites);
  }

  @Bean
  CommunicationLogStore communicationLogStore(
      MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoCommunicationLogStore(mongoDatabase, mongoWrites);
  }

  @Bean
  SubscriptionViewStore subscriptionViewStore(
      MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoSubscriptionViewStore(mongoDatabase, mongoWrites);
  }

  @Bean
  DeadLetterStore deadLetterStore(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoDeadLetterStore(mongoDatabase, mongoWrites);
  }

  @Bean
  RegistryStore registryStore(MongoDatabase mongoDatabase, MongoWrites mongoWrites) {
    return new MongoRegistryStore(mongoDatabase, mongoWrites);
  }
}
