package factory.integration.adapter.mongo.processing;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.axon.ClaimedTokenStore;
import factory.integration.adapter.axon.StoredDeadLetterQueue;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.storage.ConditionalOnMongo;
import factory.integration.adapter.mongo.storage.MongoStorageAutoConfiguration;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.retention.RunningRebuilds;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What event processors keep. */
@AutoConfiguration(
    after = MongoStorageAutoConfiguration.class,
    beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnMongo
public class MongoProcessingAutoConfiguration {

  /**
   * With the 5 s after which processors look for free segments and clocks that differ by 2 s, the
   * segments of a node that died are taken over within 15 s.
   */
  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(8);

  @Bean
  TokenStore tokenStore(
      MongoDatabase mongoDatabase, MongoWrites writes, InstantSource clock, UniqueIds ids) {
    TokenCollection tokens =
        new TokenCollection(
            mongoDatabase, owner(ids), CLAIM_TIMEOUT, writes, clock, System::nanoTime);
    return new ClaimedTokenStore(tokens, clock, ids::next);
  }

  /** Never the same twice: in containers, process ids and host names repeat. */
  private static String owner(UniqueIds ids) {
    return ManagementFactory.getRuntimeMXBean().getName() + "/" + ids.next();
  }

  @Bean
  SagaStore<Object> sagaStore(
      MongoDatabase mongoDatabase,
      MongoWrites writes,
      @Qualifier("serializer") Serializer serializer) {
    return new MongoSagaStore(mongoDatabase, writes, serializer);
  }

  @Bean
  RunningRebuilds runningRebuilds(MongoDatabase mongoDatabase) {
    return () -> TokenCollection.hasReplay(mongoDatabase, ProcessingGroups.processors());
  }

  /** Gives each processing group its queue. */
  @Bean
  Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues(
      MongoDatabase mongoDatabase,
      MongoWrites writes,
      InstantSource clock,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      @Qualifier("serializer") Serializer serializer) {
    LetterDocuments documents = new LetterDocuments(eventSerializer, serializer);
    return group ->
        new StoredDeadLetterQueue(
            new MongoLetterStore(
                new DeadLetters(mongoDatabase, writes, group, documents), writes, clock));
  }
}
