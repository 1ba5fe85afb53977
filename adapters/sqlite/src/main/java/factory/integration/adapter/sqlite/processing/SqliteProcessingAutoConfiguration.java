package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.ClaimedTokenStore;
import factory.integration.adapter.axon.StoredDeadLetterQueue;
import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.storage.ConditionalOnSqlite;
import factory.integration.adapter.sqlite.storage.SqliteStorageAutoConfiguration;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.query.retention.RunningRebuilds;
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
    after = SqliteStorageAutoConfiguration.class,
    beforeName = "org.axonframework.springboot.autoconfig.AxonAutoConfiguration")
@ConditionalOnSqlite
public class SqliteProcessingAutoConfiguration {

  /** The data directory has one user, so whoever starts next takes its tokens at once. */
  private static final String ONLY_OWNER = "embedded";

  private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(10);

  @Bean
  TokenStore tokenStore(SqliteDatabase stateDatabase, InstantSource clock, UniqueIds ids) {
    stateDatabase.add(ProcessingSchema.SCHEMA);
    TokenTable table = new TokenTable(stateDatabase, ONLY_OWNER, CLAIM_TIMEOUT);
    return new ClaimedTokenStore(table, clock, ids::next);
  }

  @Bean
  SagaStore<Object> sagaStore(
      SqliteDatabase stateDatabase, @Qualifier("serializer") Serializer serializer) {
    stateDatabase.add(ProcessingSchema.SCHEMA);
    return new SqliteSagaStore(stateDatabase, serializer);
  }

  @Bean
  RunningRebuilds runningRebuilds(SqliteDatabase stateDatabase) {
    stateDatabase.add(ProcessingSchema.SCHEMA);
    return () -> TokenTable.hasReplay(stateDatabase);
  }

  /** Gives each processing group its queue. */
  @Bean
  Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues(
      SqliteDatabase stateDatabase,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      @Qualifier("serializer") Serializer serializer) {
    stateDatabase.add(ProcessingSchema.SCHEMA);
    LetterRow letters = new LetterRow(eventSerializer, serializer);
    return group ->
        new StoredDeadLetterQueue(
            new SqliteLetterStore(
                new DeadLetterTable(stateDatabase, group, letters),
                new DeadLetterIndex(stateDatabase, group)));
  }
}
