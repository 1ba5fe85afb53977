package factory.integration.saga.run;

import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunStarted;
import factory.integration.api.run.RunId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Finds what runs were asked for with: the latest in memory, the others in the event store. */
final class RunInputs {

  private static final int MOST = 2_000;
  private static final int LONGEST = 16_384;

  private final EventStore eventStore;
  private final Map<RunId, Optional<String>> recent = new LinkedHashMap<>();

  RunInputs(EventStore eventStore) {
    this.eventStore = eventStore;
  }

  /** Keeps the input of a run that is about to be made. */
  synchronized void remember(RunId id, @Nullable String input) {
    if (input == null || input.length() <= LONGEST) {
      recent.put(id, Optional.ofNullable(input));
    }
    if (recent.size() > MOST) {
      var oldest = recent.keySet().iterator();
      oldest.next();
      oldest.remove();
    }
  }

  synchronized void forget(RunId id) {
    recent.remove(id);
  }

  /** JSON; empty where it is made of an event. A run that was never asked for is our own fault. */
  Optional<String> find(RunId id) {
    Optional<String> known = known(id);
    return known != null ? known : read(id);
  }

  private synchronized @Nullable Optional<String> known(RunId id) {
    return recent.get(id);
  }

  private Optional<String> read(RunId id) {
    var events = eventStore.readEvents(id.value());
    DomainEventMessage<?> first = events.hasNext() ? events.next() : null;
    return switch (first == null ? null : first.getPayload()) {
      case IntegrationRunStarted started -> Optional.ofNullable(started.input());
      case IntegrationRunHeld held -> Optional.ofNullable(held.input());
      case null, default -> throw new IllegalStateException("the event store has no run " + id);
    };
  }
}
