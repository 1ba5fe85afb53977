package factory.integration.adapter.mongo.event;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import factory.integration.adapter.mongo.MongoErrors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores commits at positions that it reserves for them. */
final class CommitWriter {

  private static final Logger LOG = LoggerFactory.getLogger(CommitWriter.class);

  private static final InsertManyOptions UNORDERED = new InsertManyOptions().ordered(false);

  private final MongoCollection<Document> events;
  private final MongoCollection<Document> latest;
  private final Positions positions;

  CommitWriter(MongoCollection<Document> events, Positions positions) {
    this.events = events;
    this.latest = events.withReadConcern(ReadConcern.LOCAL);
    this.positions = positions;
  }

  private record Placed(Commit commit, long first) {}

  /**
   * Stores all commits but those with an event that exists, which it answers. A commit that comes
   * so late that its positions were given up by a reader is stored at new ones. What is refused
   * together is stored apart, so that one conflict concerns one commit.
   */
  Set<Commit> store(List<Commit> commits) {
    Set<Commit> refused = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Commit> left = Commit.together(commits);
    while (!left.isEmpty()) {
      left = tryToStore(left, refused);
    }
    return refused;
  }

  private List<Commit> tryToStore(List<Commit> commits, Set<Commit> refused) {
    List<Placed> placed = place(commits);
    List<Document> documents = placed.stream().map(each -> each.commit().at(each.first())).toList();
    try {
      events.insertMany(documents, UNORDERED);
      return List.of();
    } catch (MongoBulkWriteException e) {
      return sort(failed(e, placed), refused);
    }
  }

  private List<Placed> place(List<Commit> commits) {
    int count = commits.stream().mapToInt(commit -> commit.events().size()).sum();
    long next = positions.reserve(count) - count + 1;
    List<Placed> placed = new ArrayList<>(commits.size());
    for (Commit commit : commits) {
      placed.add(new Placed(commit, next));
      next += commit.events().size();
    }
    return placed;
  }

  private static List<Placed> failed(MongoBulkWriteException failure, List<Placed> placed) {
    List<BulkWriteError> errors = failure.getWriteErrors();
    if (failure.getWriteConcernError() != null
        || errors.isEmpty()
        || !errors.stream().allMatch(MongoErrors::isDuplicateKey)) {
      throw failure;
    }
    return errors.stream().map(error -> placed.get(error.getIndex())).toList();
  }

  /**
   * Tells those to store again, which are answered, from the refused: they came too late for their
   * positions, or were refused together with others. What took a position may be so new that a
   * majority has not got it yet.
   */
  private List<Commit> sort(List<Placed> failed, Set<Commit> refused) {
    List<Commit> again = new ArrayList<>();
    List<Document> fillers = new ArrayList<>();
    for (Placed each : failed) {
      long last = each.commit().last(each.first());
      Document there = latest.find(Filters.eq(last)).first();
      if (there == null) {
        fillers.add(EventFields.filler(each.first(), last));
        refuse(each.commit(), again, refused);
      } else if (!holds(there, each.commit())) {
        again.add(each.commit());
      }
    }
    fill(fillers);
    return again;
  }

  private static void refuse(Commit commit, List<Commit> again, Set<Commit> refused) {
    if (commit.parts().isEmpty()) {
      refused.add(commit);
    } else {
      again.addAll(commit.parts());
    }
  }

  /** Whether the driver had sent the commit before, without seeing the answer. */
  private static boolean holds(Document stored, Commit commit) {
    List<Document> there = stored.getList(EventFields.EVENTS, Document.class);
    return commit.firstId().equals(there.getFirst().getString(EventFields.ID));
  }

  /**
   * Tells readers that nothing will come there. Since it is written after what refused the commits,
   * that is as safe as it is itself when callers hear of it.
   */
  private void fill(List<Document> fillers) {
    if (fillers.isEmpty()) {
      return;
    }
    try {
      events.insertMany(fillers, UNORDERED);
    } catch (MongoBulkWriteException e) {
      if (!e.getWriteErrors().stream().allMatch(MongoErrors::isDuplicateKey)
          || e.getWriteConcernError() != null) {
        throw e;
      }
      LOG.debug("readers had given up the positions of {} refused commits", fillers.size());
    }
  }
}
