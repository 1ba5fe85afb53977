package factory.integration.saga.sourceevent;

import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;

/** Finds accepted events: the latest in memory, the others in the event store. */
public final class SourceEvents {

  /** What an event takes in memory beside its data: ids, headers, context. */
  private static final int CHARACTERS_BESIDE_DATA = 1_000;

  private final EventStore eventStore;
  private final long maxCharacters;
  private final Map<EventId, PublishedData> recent = new LinkedHashMap<>();
  private final Lock lock = new ReentrantLock();
  private long characters;

  /**
   * @param maxCharacters how much stays in memory, data and about a thousand for each event
   */
  public SourceEvents(EventStore eventStore, long maxCharacters) {
    this.eventStore = eventStore;
    this.maxCharacters = maxCharacters;
  }

  /** Keeps an event that is about to be delivered. */
  public void remember(EventAccepted event, MetaData context) {
    PublishedData data = new PublishedData(event, strings(context));
    lock.lock();
    try {
      if (recent.putIfAbsent(event.eventId(), data) == null) {
        characters += weight(data);
        forgetOldest();
      }
    } finally {
      lock.unlock();
    }
  }

  /** The event; one that was never accepted is a fault of the platform. */
  public PublishedData get(EventId eventId) {
    PublishedData data = inMemory(eventId);
    return data != null ? data : read(eventId);
  }

  private @Nullable PublishedData inMemory(EventId eventId) {
    lock.lock();
    try {
      return recent.get(eventId);
    } finally {
      lock.unlock();
    }
  }

  private void forgetOldest() {
    var oldest = recent.values().iterator();
    while (characters > maxCharacters && oldest.hasNext()) {
      characters -= weight(oldest.next());
      oldest.remove();
    }
  }

  private static long weight(PublishedData data) {
    return CHARACTERS_BESIDE_DATA + data.event().data().length();
  }

  private PublishedData read(EventId eventId) {
    var events = eventStore.readEvents(eventId.value());
    if (events.hasNext()) {
      DomainEventMessage<?> first = events.next();
      if (first.getPayload() instanceof EventAccepted accepted) {
        return new PublishedData(accepted, strings(first.getMetaData()));
      }
    }
    throw new IllegalStateException("the event store has no accepted event " + eventId);
  }

  private static Map<String, String> strings(MetaData metaData) {
    Map<String, String> strings = LinkedHashMap.newLinkedHashMap(metaData.size());
    metaData.forEach((key, value) -> strings.put(key, String.valueOf(value)));
    return strings;
  }
}
