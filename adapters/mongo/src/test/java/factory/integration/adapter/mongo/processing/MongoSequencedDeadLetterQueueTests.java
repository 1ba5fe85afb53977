package factory.integration.adapter.mongo.processing;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.adapter.axon.StoredDeadLetterQueue;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.storage.contract.DeadLetterQueueContract;
import factory.integration.storage.contract.Happened;
import java.time.Instant;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSequencedDeadLetterQueueTests extends DeadLetterQueueContract {

  private final Serializer serializer = Happened.serializer();
  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private Instant now = Instant.parse("2030-01-02T12:00:00Z");

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> open(String processingGroup) {
    return open(processingGroup, writes);
  }

  private SequencedDeadLetterQueue<EventMessage<?>> open(String group, MongoWrites node) {
    LetterDocuments documents = new LetterDocuments(serializer, serializer);
    return new StoredDeadLetterQueue(
        new MongoLetterStore(
            new DeadLetters(mongo.database(), node, group, documents), node, () -> now));
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }

  @Test
  void parksAnEventOnceHoweverOftenItsBatchIsHandled() {
    EventMessage<?> event = GenericEventMessage.asEventMessage(new Happened("it"));
    open("group").enqueue("a", new GenericDeadLetter<>("a", event));
    open("group").enqueueIfPresent("a", () -> new GenericDeadLetter<>("a", event));

    assertThat(open("group").size()).isEqualTo(1);
  }

  @Test
  void takesOverASequenceFromANodeThatDiedProcessingIt() {
    EventMessage<?> event = GenericEventMessage.asEventMessage(new Happened("it"));
    open("group").enqueue("a", new GenericDeadLetter<>("a", event));
    transactions().startTransaction();
    open("group").process(_ -> Decisions.evict());
    var elsewhere = open("group", new MongoWrites());
    assertThat(elsewhere.process(_ -> Decisions.evict())).isFalse();

    now = now.plusSeconds(31);

    assertThat(elsewhere.process(_ -> Decisions.evict())).isTrue();
    assertThat(elsewhere.size()).isZero();
  }
}
