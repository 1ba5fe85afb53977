package factory.integration.adapter.mongo.event;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Aggregates that units of work have read ahead of their commands. Their commands were there before
 * the read, so they decide on nothing older than themselves; what this node appends meanwhile is
 * read again, and what another node appends refuses their events.
 */
final class AggregatesAhead {

  private static final String RESOURCE = AggregatesAhead.class.getName();

  private final AggregateReader reader;
  private final Set<Ahead> open = ConcurrentHashMap.newKeySet();

  AggregatesAhead(AggregateReader reader) {
    this.reader = reader;
  }

  private static final class Ahead {

    private final Map<String, List<DomainEventData<byte[]>>> found = new HashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
  }

  /** Reads all for the current unit of work; without one, nothing. */
  void read(Collection<String> aggregates) {
    if (CurrentUnitOfWork.isStarted() && !aggregates.isEmpty()) {
      ofCurrent().found.putAll(reader.all(aggregates));
    }
  }

  /** As if the aggregate had been read and not found. */
  void knowMissing(String aggregate) {
    if (CurrentUnitOfWork.isStarted()) {
      ofCurrent().found.put(aggregate, List.of());
    }
  }

  private Ahead ofCurrent() {
    UnitOfWork<?> root = CurrentUnitOfWork.get().root();
    return root.getOrComputeResource(RESOURCE, _ -> begin(root));
  }

  /** The events of an aggregate that was read, else null. */
  @Nullable List<DomainEventData<byte[]>> find(String aggregate) {
    if (open.isEmpty() || !CurrentUnitOfWork.isStarted()) {
      return null;
    }
    Ahead ahead = CurrentUnitOfWork.get().root().getResource(RESOURCE);
    return ahead == null || ahead.changed.contains(aggregate) ? null : ahead.found.get(aggregate);
  }

  /** Tells all units of work what was appended; before the aggregates are unlocked. */
  void changed(List<? extends EventMessage<?>> events) {
    for (Ahead ahead : open) {
      for (EventMessage<?> event : events) {
        if (event instanceof DomainEventMessage<?> domain) {
          ahead.changed.add(domain.getAggregateIdentifier());
        }
      }
    }
  }

  /** Ends with the commands: whoever reads while these are stored wants to know what is stored. */
  private Ahead begin(UnitOfWork<?> root) {
    Ahead ahead = new Ahead();
    open.add(ahead);
    root.onPrepareCommit(_ -> end(root, ahead));
    root.onCleanup(_ -> end(root, ahead));
    return ahead;
  }

  private void end(UnitOfWork<?> root, Ahead ahead) {
    root.resources().remove(RESOURCE);
    open.remove(ahead);
  }
}
