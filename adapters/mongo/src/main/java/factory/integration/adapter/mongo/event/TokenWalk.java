package factory.integration.adapter.mongo.event;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.bson.Document;

/** A token on its way through documents, and the events that it had not seen. */
final class TokenWalk {

  /** Gaps leave a token when a document takes their place, never by their distance. */
  private static final int NO_GAP_TOO_OLD = Integer.MAX_VALUE;

  private final List<TrackedEventData<byte[]>> events = new ArrayList<>();
  private GapAwareTrackingToken token;

  TokenWalk(GapAwareTrackingToken token) {
    this.token = token;
  }

  void pass(Document document) {
    long first = document.getLong(EventFields.FIRST);
    long last = document.getLong(EventFields.LAST);
    boolean filler = document.containsKey(EventFields.FILLER);
    List<Document> stored = document.getList(EventFields.EVENTS, Document.class);
    for (long position = first; position <= last; position++) {
      if (!hasSeen(position)) {
        token = token.advanceTo(position, NO_GAP_TOO_OLD);
        if (!filler) {
          events.add(event(stored.get((int) (position - first)), position));
        }
      }
    }
  }

  private TrackedEventData<byte[]> event(Document stored, long position) {
    return StoredEvent.of(stored, EventToken.of(token, position));
  }

  private boolean hasSeen(long position) {
    return position <= token.getIndex() && !token.getGaps().contains(position);
  }

  GapAwareTrackingToken token() {
    return token;
  }

  List<TrackedEventData<byte[]>> events() {
    return events;
  }
}
