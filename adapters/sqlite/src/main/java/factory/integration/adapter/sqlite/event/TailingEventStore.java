package factory.integration.adapter.sqlite.event;

import factory.integration.adapter.axon.StagedEvents;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.jspecify.annotations.Nullable;

/** An event store whose streams wake at once and need no read while they keep up. */
final class TailingEventStore extends AbstractEventStore {

  private final SqliteEventStorageEngine engine;

  TailingEventStore(SqliteEventStorageEngine engine, AbstractEventStore.Builder builder) {
    super(builder.storageEngine(engine));
    this.engine = engine;
  }

  /** What the store has in common with every other: monitor, spans. */
  static final class Builder extends AbstractEventStore.Builder {}

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
  public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken trackingToken) {
    return new TailingStream(engine, SqliteEventStorageEngine.positionOf(trackingToken));
  }
}
