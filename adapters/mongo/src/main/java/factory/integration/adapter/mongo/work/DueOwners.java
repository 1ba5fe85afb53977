package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.Query;
import factory.integration.saga.delivery.DueWork;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;

/**
 * Leases of the owners of due work, one document each. An owner is ended before anybody takes from
 * it: its own renewal and its end meet in one document, so that it either keeps its work or hears
 * that it may have lost it.
 */
final class DueOwners {

  private static final String LEASE_UNTIL = "leaseUntil";
  private static final MongoIndex BY_LEASE = MongoIndex.ascending(LEASE_UNTIL);
  private static final Date NONE = new Date(0);
  private static final Date ENDED = new Date(-1);

  private final Documents owners;

  DueOwners(MongoDatabase database) {
    this.owners = new Documents(database, "due_owner", List.of(BY_LEASE));
  }

  /** Answers false when the owner was ended; its lease begins anew with the next call. */
  boolean renew(String owner, Instant until) {
    Date end = Date.from(until);
    Document held = new Document("_id", owner).append(LEASE_UNTIL, new Document("$gte", NONE));
    if (owners.update(held, lease(end)) > 0 || owners.add(document(owner, end))) {
      return true;
    }
    owners.update(new Document("_id", owner).append(LEASE_UNTIL, ENDED), lease(NONE));
    return false;
  }

  /** Ends those of the owners that hold no lease, and answers them. */
  List<String> end(Collection<String> candidates, Instant now) {
    Set<String> dead = new HashSet<>(candidates);
    owners.list(leased(now)).forEach(owner -> dead.remove(owner.getString("_id")));
    return dead.stream().filter(owner -> end(owner, now)).toList();
  }

  static Query leased(Instant now) {
    return new Query(new Document(LEASE_UNTIL, running(now)), BY_LEASE);
  }

  private static Document running(Instant now) {
    return new Document("$gt", Date.from(now))
        .append("$lte", Date.from(now.plus(DueWork.LONGEST_LEASE)));
  }

  private boolean end(String owner, Instant now) {
    Document lapsed =
        new Document("_id", owner).append(LEASE_UNTIL, new Document("$not", running(now)));
    return owners.update(lapsed, lease(ENDED)) > 0 || owners.add(document(owner, ENDED));
  }

  private static Document document(String owner, Date leaseUntil) {
    return new Document("_id", owner).append(LEASE_UNTIL, leaseUntil);
  }

  private static Document lease(Date until) {
    return new Document("$set", new Document(LEASE_UNTIL, until));
  }
}
