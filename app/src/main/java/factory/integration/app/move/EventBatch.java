package factory.integration.app.move;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/**
 * Appends many events at once without changing their order: an engine may store the events of one
 * aggregate together, so an aggregate that comes back after another begins a new append.
 */
final class EventBatch {

  private static final int MOST = 500;

  private final EventStore events;
  private final List<EventMessage<?>> waiting = new ArrayList<>(MOST);
  private final Set<String> before = new HashSet<>();
  private @Nullable String current;

  EventBatch(EventStore events) {
    this.events = events;
  }

  void add(EventMessage<?> event) {
    String aggregate =
        event instanceof DomainEventMessage<?> it ? it.getAggregateIdentifier() : null;
    if (waiting.size() == MOST || (aggregate != null && !follows(aggregate))) {
      append();
    }
    current = aggregate;
    if (aggregate != null) {
      before.add(aggregate);
    }
    waiting.add(event);
  }

  private boolean follows(String aggregate) {
    return aggregate.equals(current) || !before.contains(aggregate);
  }

  /** Appends what waits; durable when it returns. */
  void append() {
    if (!waiting.isEmpty()) {
      events.publish(List.copyOf(waiting));
    }
    waiting.clear();
    before.clear();
    current = null;
  }
}
