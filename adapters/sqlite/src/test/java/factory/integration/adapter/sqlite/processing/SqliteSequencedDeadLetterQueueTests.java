package factory.integration.adapter.sqlite.processing;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.axon.StoredDeadLetterQueue;
import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.storage.contract.DeadLetterQueueContract;
import factory.integration.storage.contract.Happened;
import java.nio.file.Path;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSequencedDeadLetterQueueTests extends DeadLetterQueueContract {

  private final Serializer serializer = Happened.serializer();
  @TempDir Path directory;
  private SqliteDatabase database;

  @BeforeEach
  void open() {
    database = SqliteDatabase.openDerivable(directory.resolve("state.db"), ProcessingSchema.SCHEMA);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> open(String processingGroup) {
    return new StoredDeadLetterQueue(
        new SqliteLetterStore(
            new DeadLetterTable(database, processingGroup, new LetterRow(serializer, serializer)),
            new DeadLetterIndex(database, processingGroup)));
  }

  @Override
  protected TransactionManager transactions() {
    return database.transactions();
  }

  @Test
  void answersFromMemoryWhetherASequenceIsBlocked() {
    var queue = open("group");
    queue.enqueue("a", new GenericDeadLetter<>("a", event()));
    assertThat(queue.contains("a")).isTrue();
    close();

    assertThat(queue.contains("a")).isTrue();
    assertThat(queue.contains("b")).isFalse();
  }

  private static EventMessage<?> event() {
    return GenericEventMessage.asEventMessage(new Happened("it"));
  }
}
