package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Leases of the owners of due work, one document each. An owner from whom somebody takes over is
 * ended first, for good: its own renewal and the taking over meet in one document, so that only one
 * of them comes about.
 */
final class DueOwners {

  private static final String LEASE_UNTIL = "leaseUntil";
  private static final String ENDED = "ended";

  private final Documents owners;

  DueOwners(MongoDatabase database) {
    this.owners = new Documents(database, "due_owner", MongoIndex.ascending(LEASE_UNTIL));
  }

  /** Answers false when the owner was ended; it never gets a lease again. */
  boolean renew(String owner, Instant until) {
    Document lease = new Document("$set", new Document(LEASE_UNTIL, Date.from(until)));
    Document alive = new Document("_id", owner).append(ENDED, new Document("$ne", true));
    return owners.update(alive, lease) > 0
        || owners.add(new Document("_id", owner).append(LEASE_UNTIL, Date.from(until)))
        || owners.update(alive, lease) > 0;
  }

  /** Which of these hold no lease any more, and will not get one. */
  List<String> end(Collection<String> candidates, Instant now) {
    Set<String> dead = new HashSet<>(candidates);
    owners
        .list(leased(now))
        .forEach(
            owner -> {
              dead.remove(owner.getString("_id"));
            });
    return dead.stream().filter(owner -> end(owner, now)).toList();
  }

  private static Query leased(Instant now) {
    Document running = new Document(LEASE_UNTIL, new Document("$gt", Date.from(now)));
    return new Query(running, MongoIndex.ascending(LEASE_UNTIL));
  }

  private boolean end(String owner, Instant now) {
    Document lapsed =
        new Document("_id", owner).append(LEASE_UNTIL, new Document("$lte", Date.from(now)));
    return owners.update(lapsed, new Document("$set", new Document(ENDED, true))) > 0
        || owners.add(
            new Document("_id", owner).append(LEASE_UNTIL, new Date(0)).append(ENDED, true));
  }
}
