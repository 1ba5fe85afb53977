package factory.integration.adapter.mongo.processing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.storage.contract.DeadLetterQueueContract;
import factory.integration.storage.contract.Happened;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.serialization.SerializedMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSequencedDeadLetterQueueTests extends DeadLetterQueueContract {

  private final Serializer serializer = Happened.serializer();
  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final MongoWrites writes = new MongoWrites();
  private Instant now = Instant.parse("2030-01-02T12:00:00Z");

  @Override
  protected SequencedDeadLetterQueue<EventMessage<?>> open(String processingGroup) {
    LetterDocuments documents = new LetterDocuments(serializer, serializer);
    return new MongoSequencedDeadLetterQueue(
        new DeadLetters(mongo.database(), writes, processingGroup, documents), writes, () -> now);
  }

  @Override
  protected TransactionManager transactions() {
    return writes.transactions();
  }

  @Test
  void keepsAnEventThatCannotBeDeserialised() {
    byte[] broken = "{\"what\":".getBytes(StandardCharsets.UTF_8);
    byte[] metadata = "{}".getBytes(StandardCharsets.UTF_8);
    SerializedMessage<?> message =
        new SerializedMessage<>(
            "id",
            new SimpleSerializedObject<>(broken, byte[].class, Happened.class.getName(), null),
            new SerializedMetaData<>(metadata, byte[].class),
            serializer);
    EventMessage<?> event = new GenericEventMessage<>(message, () -> Instant.EPOCH);

    open("group").enqueue("a", new GenericDeadLetter<>("a", event));

    EventMessage<?> kept = open("group").deadLetterSequence("a").iterator().next().message();
    assertThat(kept.getIdentifier()).isEqualTo("id");
    assertThat(kept.serializePayload(serializer, byte[].class).getData()).isEqualTo(broken);
    assertThatThrownBy(kept::getPayload).isInstanceOf(RuntimeException.class);
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
    MongoWrites other = new MongoWrites();
    LetterDocuments documents = new LetterDocuments(serializer, serializer);
    var elsewhere =
        new MongoSequencedDeadLetterQueue(
            new DeadLetters(mongo.database(), other, "group", documents), other, () -> now);
    assertThat(elsewhere.process(_ -> Decisions.evict())).isFalse();

    now = now.plusSeconds(31);

    assertThat(elsewhere.process(_ -> Decisions.evict())).isTrue();
    assertThat(elsewhere.size()).isZero();
  }
}
