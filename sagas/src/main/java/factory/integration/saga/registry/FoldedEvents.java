package factory.integration.saga.registry;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;

/** Aggregates' events folded into values, kept for a while; what is missing is not. */
final class FoldedEvents<V> {

  private static final int CAPACITY = 10_000;

  private final EventStore store;
  private final InstantSource clock;
  private final Duration valid;
  private final BiFunction<@Nullable V, Object, @Nullable V> fold;
  private final SequencedMap<String, Read<V>> latest = new LinkedHashMap<>(16, 0.75f, true);

  FoldedEvents(
      EventStore store,
      InstantSource clock,
      Duration valid,
      BiFunction<@Nullable V, Object, @Nullable V> fold) {
    this.store = store;
    this.clock = clock;
    this.valid = valid;
    this.fold = fold;
  }

  Optional<V> find(TenantId tenant, String id) {
    Instant now = clock.instant();
    Read<V> known = known(id);
    Read<V> read = known != null && now.isBefore(known.until()) ? known : read(id, now);
    return read != null && tenant.value().equals(read.tenant())
        ? Optional.of(read.value())
        : Optional.empty();
  }

  /** Reads that one anew once what is being stored now is stored. */
  void forgetWhenStored(String id) {
    if (CurrentUnitOfWork.isStarted()) {
      CurrentUnitOfWork.get().root().afterCommit(_ -> forget(id));
    } else {
      forget(id);
    }
  }

  private @Nullable Read<V> read(String id, Instant now) {
    V value = null;
    Object tenant = null;
    var events = store.readEvents(id, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> event = events.next();
      tenant = tenant == null ? event.getMetaData().get(ContextKeys.TENANT_ID) : tenant;
      value = fold.apply(value, event.getPayload());
    }
    return value == null ? null : keep(id, new Read<>(value, tenant, now.plus(valid)));
  }

  private synchronized @Nullable Read<V> known(String id) {
    return latest.get(id);
  }

  private synchronized Read<V> keep(String id, Read<V> read) {
    latest.put(id, read);
    if (latest.size() > CAPACITY) {
      latest.pollFirstEntry();
    }
    return read;
  }

  private synchronized void forget(String id) {
    latest.remove(id);
  }

  private record Read<V>(V value, @Nullable Object tenant, Instant until) {}
}
