package factory.integration.gateway.inbound;

import factory.integration.api.inbound.GetInboundEndpoint;
import factory.integration.api.inbound.InboundEndpointView;
import factory.integration.api.inbound.InboundSourceId;
import factory.integration.gateway.request.Messages;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Spares the store a read per call. Another node's change holds within a second, this node's at
 * once. Only sources that are there take room, so that guessing pushes none of them out.
 */
public final class InboundEndpoints {

  private static final long MAX_AGE_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int MAX_ENTRIES = 10_000;

  private record Entry(InboundEndpoint endpoint, long readAt, long generation) {}

  private final Messages messages;
  private final LongSupplier nanoTime;
  private final AtomicLong generation = new AtomicLong();
  private final Map<InboundSourceId, Entry> known = new ConcurrentHashMap<>();

  InboundEndpoints(Messages messages, LongSupplier nanoTime) {
    this.messages = messages;
    this.nanoTime = nanoTime;
  }

  /** The source, or empty when there is none of that id or it takes nothing. */
  Optional<InboundEndpoint> find(InboundSourceId id) {
    Entry entry = known.get(id);
    Optional<InboundEndpoint> endpoint =
        entry != null && isFresh(entry) ? Optional.of(entry.endpoint()) : read(id);
    return endpoint.filter(found -> found.source().enabled());
  }

  /** Drops what was read so far, also what is being read right now. */
  public void forget() {
    generation.incrementAndGet();
    known.clear();
  }

  private boolean isFresh(Entry entry) {
    return entry.generation() == generation.get()
        && nanoTime.getAsLong() - entry.readAt() < MAX_AGE_NANOS;
  }

  private Optional<InboundEndpoint> read(InboundSourceId id) {
    long before = generation.get();
    long now = nanoTime.getAsLong();
    Optional<InboundEndpoint> found =
        messages
            .find(new GetInboundEndpoint(id), InboundEndpointView.class)
            .map(InboundEndpoint::of);
    found.ifPresentOrElse(
        endpoint -> keep(id, new Entry(endpoint, now, before)), () -> known.remove(id));
    return found;
  }

  private void keep(InboundSourceId id, Entry entry) {
    if (known.size() >= MAX_ENTRIES) {
      known.clear();
    }
    known.put(id, entry);
  }
}
