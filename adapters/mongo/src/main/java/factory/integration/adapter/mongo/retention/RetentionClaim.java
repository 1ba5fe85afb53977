package factory.integration.adapter.mongo.retention;

import factory.integration.adapter.mongo.Documents;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.bson.Document;

/** One document that names the node that purges. */
record RetentionClaim(Documents documents) {

  private static final String ID = "purge";
  private static final String NODE = "node";
  private static final String UNTIL = "until";

  boolean take(String node, Instant now, Instant until) {
    Document free =
        new Document("_id", ID)
            .append(
                "$or",
                List.of(
                    new Document(NODE, node),
                    new Document(UNTIL, new Document("$lt", Date.from(now)))));
    Document mine = new Document(NODE, node).append(UNTIL, Date.from(until));
    return documents.update(free, new Document("$set", mine)) > 0
        || documents.add(
            new Document("_id", ID).append(NODE, node).append(UNTIL, Date.from(until)));
  }
}
