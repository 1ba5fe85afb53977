package factory.integration.adapter.mongo.event;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import factory.integration.adapter.mongo.MongoErrors;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up positions whose writer seems dead. It does so in the store and not in the reader's mind:
 * a filler takes the position, so that a writer that was only slow is refused there and appends
 * again at the end. How long it waits is thus a matter of tidiness, not of safety.
 */
final class GapCloser {

  private static final Logger LOG = LoggerFactory.getLogger(GapCloser.class);

  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final Duration MEMORY = PATIENCE.multipliedBy(4);
  private static final InsertManyOptions IN_ORDER = new InsertManyOptions().ordered(true);

  private final MongoCollection<Document> events;
  private final InstantSource clock;
  private final Map<Long, Instant> firstSeen = new HashMap<>();

  GapCloser(MongoCollection<Document> events, InstantSource clock) {
    this.events = events;
    this.clock = clock;
  }

  /** Looks at a token that has just read all there was at its gaps. */
  void look(GapAwareTrackingToken token) {
    SortedSet<Long> gaps = token.getGaps();
    if (!gaps.isEmpty()) {
      due(gaps).forEach(this::close);
    }
  }

  /** Whole runs of gaps, of which a part is due. */
  private synchronized List<List<Long>> due(SortedSet<Long> gaps) {
    Instant now = clock.instant();
    firstSeen.values().removeIf(seen -> seen.isBefore(now.minus(MEMORY)) || seen.isAfter(now));
    List<List<Long>> runs = new ArrayList<>();
    for (long gap : gaps) {
      if (runs.isEmpty() || runs.getLast().getLast() != gap - 1) {
        runs.add(new ArrayList<>());
      }
      runs.getLast().add(gap);
    }
    runs.removeIf(run -> !isDue(run, now));
    return runs;
  }

  private boolean isDue(List<Long> run, Instant now) {
    boolean due = false;
    for (long gap : run) {
      Instant seen = firstSeen.computeIfAbsent(gap, _ -> now);
      due |= !seen.plus(PATIENCE).isAfter(now);
    }
    return due;
  }

  /**
   * From the top down, and no further once refused. The position after a run is taken, so a commit
   * within it either ends at the top, where a filler and the commit exclude each other, or below.
   */
  private void close(List<Long> run) {
    List<Document> fillers =
        run.reversed().stream().map(gap -> EventFields.filler(gap, gap)).toList();
    try {
      events.insertMany(fillers, IN_ORDER);
      LOG.info("gave up {} positions from {} on, which a node left", run.size(), run.getFirst());
    } catch (MongoException e) {
      if (!MongoErrors.isDuplicateKey(e)) {
        throw e;
      }
      LOG.debug("positions from {} on were taken meanwhile", run.getFirst());
    }
  }
}
