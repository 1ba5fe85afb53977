package factory.integration.adapter.mongo.event;

import static factory.integration.storage.contract.Happened.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.storage.contract.EventStorageContract;
import factory.integration.storage.contract.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.NoOpEventUpcaster;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoEventStorageEngineTests extends EventStorageContract {

  @RegisterExtension final MongoFixture mongo = new MongoFixture();
  private final EventStores nodes = new EventStores();

  @Override
  protected EventStorageEngine open(EventUpcaster upcasters) {
    return nodes.engine(mongo.database(), upcasters);
  }

  @AfterEach
  void close() {
    nodes.close();
  }

  private EventStorageEngine open() {
    return open(NoOpEventUpcaster.INSTANCE);
  }

  private MongoCollection<Document> documents() {
    return mongo.database().getCollection(EventFields.COLLECTION);
  }

  @Test
  void storesWhatIsAppendedTogetherInOneDocument() {
    open().appendEvents(event("a", 0), event("a", 1), event("b", 0));

    assertThat(documents().countDocuments()).isEqualTo(1);
  }

  @Test
  void storesAppendsThatWaitForEachOtherInOneDocument() {
    CommitWriter writer = new CommitWriter(documents(), new PositionCounter(mongo.database(), 0));

    assertThat(writer.store(List.of(commit("a", 0), commit("b", 0), commit("a", 1)))).isEmpty();

    assertThat(documents().countDocuments()).as("an aggregate is in each once").isEqualTo(2);
    assertThat(open().readEvents(null, false).map(it -> it.getPayload().toString()))
        .containsExactlyElementsOf(
            Stream.of(event("a", 0), event("b", 0), event("a", 1))
                .map(it -> it.getPayload().toString())
                .toList());
  }

  @Test
  void refusesNobodyElseOfThoseThatAreStoredTogether() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("b", 0));
    CommitWriter writer = new CommitWriter(documents(), new PositionCounter(mongo.database(), 0));
    Commit taken = commit("b", 0);

    assertThat(writer.store(List.of(commit("a", 0), taken, commit("c", 0)))).containsExactly(taken);

    assertThat(engine.lastSequenceNumberFor("a")).contains(0L);
    assertThat(engine.lastSequenceNumberFor("c")).contains(0L);
    TrackingToken last = engine.readEvents(null, false).toList().getLast().trackingToken();
    assertThat(((EventToken) last).getGaps()).isEmpty();
  }

  private static Commit commit(String aggregate, int sequence) {
    List<DomainEventMessage<?>> events = List.of(event(aggregate, sequence));
    return EventDocuments.commits(events, Happened.serializer()).getFirst();
  }

  @Test
  void closesTheGapOfARefusedAppendAtOnce() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("a", 0));
    assertThatThrownBy(() -> engine.appendEvents(event("b", 0), event("a", 0)))
        .isInstanceOf(AggregateStreamCreationException.class);
    engine.appendEvents(event("a", 1));

    assertThat(engine.readEvents(null, false).toList().getLast().trackingToken())
        .isEqualTo(new EventToken(4, List.of(), 4));
  }

  @Test
  void refusesCommitsThatOverlapAnywhere() {
    EventStorageEngine engine = open();
    engine.appendEvents(Happened.events("a", 3));

    assertThatThrownBy(() -> engine.appendEvents(event("a", 2), event("a", 3)))
        .isInstanceOf(ConcurrencyException.class);
    assertThat(engine.lastSequenceNumberFor("a")).contains(2L);
  }

  @Test
  void leavesNoHoleInAnyAggregateWhenALargeAppendIsRefused() {
    EventStorageEngine engine = open();
    engine.appendEvents(event("conflict", 0));
    List<DomainEventMessage<?>> large = new ArrayList<>();
    for (int sequence = 0; sequence < 4; sequence++) {
      for (int aggregate = 0; aggregate < 300; aggregate++) {
        large.add(event("large-" + aggregate, sequence));
      }
    }
    large.add(event("conflict", 0));

    assertThatThrownBy(() -> engine.appendEvents(large))
        .isInstanceOf(AggregateStreamCreationException.class)
        .hasMessageContaining("conflict");

    for (int aggregate = 0; aggregate < 300; aggregate++) {
      assertThat(engine.readEvents("large-" + aggregate).asStream().count()).isIn(0L, 4L);
    }
    assertThat(engine.readEvents("conflict").asStream()).hasSize(1);
  }

  @Test
  void countsOnWhenItsCounterIsFromAnOlderBackup() {
    open().appendEvents(Happened.events("a", 5));
    mongo.database().getCollection("counters").drop();
    EventStorageEngine engine = open();
    engine.appendEvents(event("b", 0));

    assertThat(engine.createHeadToken().position()).hasValue(6);
  }

  @Test
  void refusesTokensOfAnotherStore() {
    EventStorageEngine engine = open();

    assertThatThrownBy(() -> engine.readEvents(new GlobalSequenceTrackingToken(1), false).toList())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatNoDocumentCanHold() {
    String large = "x".repeat(16 << 20);
    DomainEventMessage<?> event =
        new GenericDomainEventMessage<>("Thing", "a", 0, new Happened(large));

    assertThatThrownBy(() -> open().appendEvents(event))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("aggregate a");
  }
}
