package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialEvent;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;

/** Credentials as their events tell them, at most a second late. */
public final class CredentialStates {

  private static final Duration VALID = Duration.ofSeconds(1);
  private static final int CAPACITY = 10_000;

  private final EventStore eventStore;
  private final InstantSource clock;
  private final SequencedMap<CredentialId, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);

  public CredentialStates(EventStore eventStore, InstantSource clock) {
    this.eventStore = eventStore;
    this.clock = clock;
  }

  /** The tenant's credential, or empty when it has none of that id. */
  public Optional<CredentialState> find(TenantId tenant, CredentialId id) {
    Instant now = clock.instant();
    Entry known = known(id);
    if (known != null && known.readAt().plus(VALID).isAfter(now)) {
      return known.of(tenant);
    }
    return read(id, now).flatMap(entry -> entry.of(tenant));
  }

  /** As it is now, whatever was read before. */
  public Optional<CredentialState> findNow(TenantId tenant, CredentialId id) {
    return read(id, clock.instant()).flatMap(entry -> entry.of(tenant));
  }

  private Optional<Entry> read(CredentialId id, Instant now) {
    Entry entry = null;
    var events = eventStore.readEvents(id.value());
    while (events.hasNext()) {
      DomainEventMessage<?> event = events.next();
      if (event.getPayload() instanceof CredentialEvent payload) {
        entry = Entry.after(entry, payload, event, now);
      }
    }
    Optional<Entry> read = Optional.ofNullable(entry);
    read.ifPresent(it -> keep(id, it));
    return read;
  }

  private synchronized @Nullable Entry known(CredentialId id) {
    return entries.get(id);
  }

  private synchronized void keep(CredentialId id, Entry entry) {
    entries.put(id, entry);
    if (entries.size() > CAPACITY) {
      entries.pollFirstEntry();
    }
  }

  private record Entry(@Nullable Object tenant, CredentialState state, Instant readAt) {

    static Entry after(
        @Nullable Entry before, CredentialEvent payload, DomainEventMessage<?> event, Instant now) {
      Object tenant =
          before == null ? event.getMetaData().get(ContextKeys.TENANT_ID) : before.tenant();
      CredentialState state = before == null ? null : before.state();
      return new Entry(tenant, CredentialState.after(state, payload), now);
    }

    Optional<CredentialState> of(TenantId asking) {
      return asking.value().equals(tenant) ? Optional.of(state) : Optional.empty();
    }
  }
}
