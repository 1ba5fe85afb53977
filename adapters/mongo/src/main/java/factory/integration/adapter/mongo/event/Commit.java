package factory.integration.adapter.mongo.event;

import java.util.List;
import org.bson.Document;

/** Events that are stored together or not at all, and not yet at a position. */
record Commit(List<Document> events) {

  Document at(long first) {
    return new Document(EventFields.LAST, last(first))
        .append(EventFields.FIRST, first)
        .append(EventFields.EVENTS, events);
  }

  long last(long first) {
    return first + events.size() - 1;
  }

  String firstId() {
    return events.getFirst().getString(EventFields.ID);
  }
}
