package factory.integration.adapter.mongo.event;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoCursor;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** Reads events by position, and comes back to positions that were empty. */
final class StreamReader {

  static final GapAwareTrackingToken BEGINNING = GapAwareTrackingToken.newInstance(0, Set.of());

  private static final int NEAR_HEAD = 64;
  private static final Bson BY_POSITION = Sorts.ascending(EventFields.LAST);

  private final MongoCollection<Document> events;
  private final GapCloser gaps;

  StreamReader(MongoCollection<Document> events, GapCloser gaps) {
    this.events = events;
    this.gaps = gaps;
  }

  /** The next events after the token; none only when there are none. */
  List<TrackedEventData<byte[]>> after(@Nullable TrackingToken token, int documents) {
    TokenWalk walk = new TokenWalk(tokenOf(token));
    int read;
    do {
      read = readPage(walk, documents);
    } while (walk.events().isEmpty() && read == documents);
    gaps.look(walk.token());
    return walk.events();
  }

  private int readPage(TokenWalk walk, int documents) {
    int read = 0;
    try (MongoCursor<Document> cursor =
        events
            .find(unseen(walk.token()))
            .sort(BY_POSITION)
            .limit(documents)
            .batchSize(documents)
            .iterator()) {
      while (cursor.hasNext()) {
        walk.pass(cursor.next());
        read++;
      }
    }
    return read;
  }

  /** A document within gaps has not been read to its end, so its id is one of them. */
  private static Bson unseen(GapAwareTrackingToken token) {
    Bson later = Filters.gt(EventFields.LAST, token.getIndex());
    return token.getGaps().isEmpty()
        ? later
        : Filters.or(later, Filters.in(EventFields.LAST, token.getGaps()));
  }

  /** At the last event, with the positions near it that are still empty as gaps. */
  GapAwareTrackingToken head() {
    List<Document> last =
        events
            .find()
            .sort(Sorts.descending(EventFields.LAST))
            .limit(NEAR_HEAD)
            .projection(Projections.include(EventFields.FIRST))
            .into(new ArrayList<>());
    if (last.isEmpty()) {
      return BEGINNING;
    }
    Set<Long> empty = new TreeSet<>();
    for (int i = 1; i < last.size(); i++) {
      long next = last.get(i - 1).getLong(EventFields.FIRST);
      for (long gap = last.get(i).getLong(EventFields.LAST) + 1; gap < next; gap++) {
        empty.add(gap);
      }
    }
    return GapAwareTrackingToken.newInstance(last.getFirst().getLong(EventFields.LAST), empty);
  }

  /** Before the first event at or after the time; looks at every event before it. */
  GapAwareTrackingToken at(Instant time) {
    long nanos = EventDocuments.nanos(time);
    Document found =
        events
            .find(Filters.gte(EventFields.EVENTS + "." + EventFields.TIME, nanos))
            .sort(BY_POSITION)
            .first();
    if (found == null) {
      return head();
    }
    long position = found.getLong(EventFields.FIRST);
    for (Document event : found.getList(EventFields.EVENTS, Document.class)) {
      if (event.getLong(EventFields.TIME) >= nanos) {
        break;
      }
      position++;
    }
    return GapAwareTrackingToken.newInstance(position - 1, Set.of());
  }

  static GapAwareTrackingToken tokenOf(@Nullable TrackingToken token) {
    return switch (token) {
      case null -> BEGINNING;
      case GapAwareTrackingToken known -> known;
      default ->
          throw new IllegalArgumentException(
              "this event store knows gaps and cannot start at a " + token.getClass());
    };
  }
}
