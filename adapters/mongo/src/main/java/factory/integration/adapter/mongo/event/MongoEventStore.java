package factory.integration.adapter.mongo.event;

import factory.integration.adapter.axon.StagedEvents;
import factory.integration.api.messaging.ReadAhead;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * An event store whose streams wake at once for the events of this node and look for those of other
 * nodes several times a second: one query for all streams that keep up.
 */
final class MongoEventStore extends EmbeddedEventStore implements ReadAhead, AutoCloseable {

  private static final long LOOK_MILLIS = 50;

  private final MongoEventStorageEngine engine;
  private final HeadFollower follower;

  MongoEventStore(MongoEventStorageEngine engine, EmbeddedEventStore.Builder builder) {
    super(builder.storageEngine(engine).fetchDelay(LOOK_MILLIS));
    this.engine = engine;
    this.follower = new HeadFollower(() -> super.openStream(engine.createHeadToken()));
  }

  @Override
  public TrackingEventStream openStream(@Nullable TrackingToken token) {
    follower.start();
    return super.openStream(token);
  }

  @Override
  public void publish(List<? extends EventMessage<?>> events) {
    super.publish(events);
    StagedEvents.add(events);
  }

  @Override
  protected Stream<? extends DomainEventMessage<?>> stagedDomainEventMessages(String aggregate) {
    return StagedEvents.of(aggregate);
  }

  @Override
  public void of(Supplier<? extends Collection<String>> aggregates) {
    engine.readAhead(aggregates.get());
  }

  @Override
  public void none(String aggregate) {
    engine.nothingOf(aggregate);
  }

  @Override
  public void close() {
    follower.close();
    shutDown();
    engine.close();
  }
}
