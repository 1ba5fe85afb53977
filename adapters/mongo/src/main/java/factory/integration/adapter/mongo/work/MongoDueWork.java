package factory.integration.adapter.mongo.work;

import com.mongodb.client.MongoDatabase;
import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoIndex;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.delivery.WorkId;
import factory.integration.saga.delivery.DueDelivery;
import factory.integration.saga.delivery.DueWork;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.bson.Document;

/** Due work, a document each; leases stand beside it, so that renewing one touches no work. */
final class MongoDueWork implements DueWork {

  static final MongoIndex BY_OWNER =
      MongoIndex.ascending(DueFields.OWNER, DueFields.ENDPOINT, DueFields.POSITION);

  /** What many owners left is found in the order of its positions without sorting it. */
  static final MongoIndex BY_POSITION = MongoIndex.ascending(DueFields.OWNER, DueFields.POSITION);

  private final Documents work;
  private final DueOwners owners;
  private final MongoWrites writes;
  private final BulkWrites target;

  MongoDueWork(MongoDatabase database, MongoWrites writes) {
    this.work = new Documents(database, "due_work", List.of(BY_OWNER, BY_POSITION));
    this.owners = new DueOwners(database);
    this.writes = writes;
    this.target = new BulkWrites(work);
  }

  @Override
  public void save(String owner, DueDelivery due) {
    writes.write(target, DueFields.save(owner, due));
  }

  @Override
  public void remove(WorkId workId) {
    writes.write(target, DocumentWrite.remove(workId.value()));
  }

  @Override
  public boolean renewLease(String owner, Instant until) {
    return owners.renew(owner, until);
  }

  /** Others may take the same at the same time: each document goes to one of them. */
  @Override
  public List<DueDelivery> takeOver(String owner, Instant now, int limit) {
    List<String> others =
        work.distinct(DueFields.OWNER).stream().filter(name -> !name.equals(owner)).toList();
    List<String> dead = others.isEmpty() ? others : owners.end(others, now);
    return dead.isEmpty() ? List.of() : takeOver(owner, dead, limit);
  }

  private List<DueDelivery> takeOver(String owner, Collection<String> dead, int limit) {
    Document left = new Document(DueFields.OWNER, new Document("$in", List.copyOf(dead)));
    Query lowest =
        new Query(left, BY_POSITION).oldestFirst(DueFields.POSITION).only(DueFields.POSITION);
    while (true) {
      List<String> ids = ids(work.list(lowest.limit(limit)));
      if (ids.isEmpty()) {
        return List.of();
      }
      Document still = new Document("_id", new Document("$in", ids));
      still.putAll(left);
      if (work.update(still, new Document("$set", new Document(DueFields.OWNER, owner))) > 0) {
        return taken(owner, ids);
      }
    }
  }

  private List<DueDelivery> taken(String owner, List<String> ids) {
    Query taken = Query.byIds(ids).and(DueFields.OWNER, owner).oldestFirst(DueFields.POSITION);
    return work.list(taken).stream().map(DueFields::read).toList();
  }

  private static List<String> ids(List<Document> documents) {
    return documents.stream().map(document -> document.getString("_id")).toList();
  }

  @Override
  public List<DueDelivery> findOwned(String owner, String endpoint, long abovePosition, int limit) {
    return work.list(owned(owner, endpoint, abovePosition).limit(limit)).stream()
        .map(DueFields::read)
        .toList();
  }

  static Query owned(String owner, String endpoint, long abovePosition) {
    Document filter =
        new Document(DueFields.OWNER, owner)
            .append(DueFields.ENDPOINT, endpoint)
            .append(DueFields.POSITION, new Document("$gt", abovePosition));
    return new Query(filter, BY_OWNER).oldestFirst(DueFields.POSITION);
  }

  @Override
  public boolean contains(WorkId workId) {
    return !work.list(Query.byIds(List.of(workId.value())).only("_id")).isEmpty();
  }

  @Override
  public long count() {
    return work.count();
  }
}
