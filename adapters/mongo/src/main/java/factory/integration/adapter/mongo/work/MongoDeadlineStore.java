package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.saga.deadline.DeadlineStore;
import factory.integration.saga.deadline.ScheduledDeadline;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;

/** Deadlines, found by the time they are due; a running claim hides one from everybody. */
final class MongoDeadlineStore implements DeadlineStore {

  static final MongoIndex BY_TIME =
      MongoIndex.ascending(DeadlineFields.DUE_AT, DeadlineFields.CLAIMED_UNTIL);
  static final MongoIndex BY_NAME =
      MongoIndex.ascending(DeadlineFields.NAME, DeadlineFields.SCOPE_HASH);

  private final Documents deadlines;
  private final MongoWrites writes;
  private final DeadlineWrites target;
  private final AtomicLong claims = new AtomicLong();

  MongoDeadlineStore(MongoDatabase database, MongoWrites writes) {
    this.deadlines = new Documents(database, "deadline", List.of(BY_TIME, BY_NAME));
    this.writes = writes;
    this.target = new DeadlineWrites(deadlines);
  }

  @Override
  public void save(ScheduledDeadline deadline) {
    write(DocumentWrite.replace(deadline.id(), DeadlineFields.of(deadline)));
  }

  @Override
  public void remove(String id) {
    write(DocumentWrite.remove(id));
  }

  private void write(DocumentWrite write) {
    writes.write(target, new DeadlineWrites.One(write));
  }

  @Override
  public void removeAll(String name) {
    removeAll(new Document(DeadlineFields.NAME, name));
  }

  @Override
  public void removeAllWithin(String name, String scope) {
    removeAll(
        new Document(DeadlineFields.NAME, name)
            .append(DeadlineFields.SCOPE_HASH, scope.hashCode())
            .append(DeadlineFields.SCOPE, scope));
  }

  private void removeAll(Document filter) {
    writes.write(target, new DeadlineWrites.AllOf(filter));
  }

  /** Others may claim the same at the same time: each deadline goes to one of them. */
  @Override
  public List<ScheduledDeadline> claimDue(
      String owner, Instant now, Instant claimedUntil, int limit) {
    String claim = owner + "#" + claims.incrementAndGet();
    Document claimed =
        new Document(DeadlineFields.CLAIM, claim)
            .append(DeadlineFields.CLAIMED_UNTIL, Date.from(claimedUntil));
    while (true) {
      List<Document> found = deadlines.list(due(now, claimedUntil).limit(limit));
      if (found.isEmpty()) {
        return List.of();
      }
      List<String> ids = found.stream().map(deadline -> deadline.getString("_id")).toList();
      long won = deadlines.update(unclaimed(ids, now, claimedUntil), new Document("$set", claimed));
      if (won > 0) {
        return read(won == ids.size() ? found : deadlines.list(underClaim(ids, claim)));
      }
    }
  }

  private static List<ScheduledDeadline> read(List<Document> documents) {
    return documents.stream().map(DeadlineFields::read).toList();
  }

  static Query due(Instant now, Instant claimedUntil) {
    Document past = new Document("$lte", Date.from(now));
    Document filter =
        new Document(DeadlineFields.DUE_AT, past)
            .append(DeadlineFields.CLAIMED_UNTIL, free(now, claimedUntil));
    return new Query(filter, BY_TIME).oldestFirst(DeadlineFields.DUE_AT);
  }

  private static Document unclaimed(List<String> ids, Instant now, Instant claimedUntil) {
    return new Document("_id", new Document("$in", ids))
        .append(DeadlineFields.CLAIMED_UNTIL, free(now, claimedUntil));
  }

  /** Under no claim that runs; one that lasts twice as long as ours was made by a wrong clock. */
  private static Document free(Instant now, Instant claimedUntil) {
    Instant tooLate = claimedUntil.plus(Duration.between(now, claimedUntil));
    Document running = new Document("$gt", Date.from(now)).append("$lt", Date.from(tooLate));
    return new Document("$not", running);
  }

  private static Query underClaim(List<String> ids, String claim) {
    return Query.byIds(ids).and(DeadlineFields.CLAIM, claim).oldestFirst(DeadlineFields.DUE_AT);
  }

  @Override
  public Optional<Instant> earliest() {
    Query first = new Query(new Document(), BY_TIME).oldestFirst(DeadlineFields.DUE_AT).limit(1);
    return deadlines.list(first.only(DeadlineFields.DUE_AT)).stream()
        .map(deadline -> deadline.getDate(DeadlineFields.DUE_AT).toInstant())
        .findFirst();
  }

  @Override
  public long count() {
    return deadlines.count();
  }
}
