package factory.integration.gateway.inbound;

import factory.integration.api.inbound.InboundSourceId;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latest calls to each source that were not taken, on this node since its start. Whoever floods
 * a source with them fills a second's share of its own few places, and nothing else.
 */
public final class Rejections {

  private static final int KEPT_PER_SOURCE = 50;
  private static final int KEPT_PER_SECOND = 5;
  private static final int SOURCES = 1_000;

  /**
   * What is kept of a source.
   *
   * @param suppressed how many further calls were not taken, and not kept either
   */
  public record Kept(List<Rejection> items, long suppressed) {}

  private static final class Ring {

    private final Deque<Rejection> latest = new ArrayDeque<>();
    private long second;
    private int inSecond;
    private long suppressed;

    private void add(Rejection rejection) {
      Instant at = rejection.receivedAt();
      inSecond = at.getEpochSecond() == second ? inSecond + 1 : 1;
      second = at.getEpochSecond();
      if (inSecond > KEPT_PER_SECOND) {
        suppressed++;
        return;
      }
      latest.addFirst(rejection);
      if (latest.size() > KEPT_PER_SOURCE) {
        latest.removeLast();
      }
    }
  }

  private final Map<InboundSourceId, Ring> rings =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<InboundSourceId, Ring> eldest) {
          return size() > SOURCES;
        }
      };

  synchronized void add(InboundSourceId source, Rejection rejection) {
    rings.computeIfAbsent(source, _ -> new Ring()).add(rejection);
  }

  /** What is kept of a source, the latest first. */
  public synchronized Kept of(InboundSourceId source) {
    Ring ring = rings.get(source);
    return ring == null
        ? new Kept(List.of(), 0)
        : new Kept(List.copyOf(ring.latest), ring.suppressed);
  }
}
