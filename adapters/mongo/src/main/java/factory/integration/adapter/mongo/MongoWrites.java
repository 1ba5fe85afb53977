package factory.integration.adapter.mongo;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.WriteModel;
import java.util.List;
import org.axonframework.common.transaction.TransactionManager;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a unit of work writes and hands it over in bulk when its transaction commits: a
 * batch of events costs a round trip for each collection, not for each event. Nothing is undone on
 * MongoDB: writes are such that repeating them changes nothing, and what says that a batch is done
 * comes last, so that a batch whose commit was cut short is handled again.
 */
public final class MongoWrites {

  /** Takes a transaction's writes of one kind; equal targets take them together. */
  @FunctionalInterface
  public interface Target<W> {

    /** Writes all of them, those to the same document in their order. */
    void write(List<W> writes);
  }

  private final ThreadLocal<@Nullable OpenTransaction> current = new ThreadLocal<>();

  /** Joins the calling thread's transaction if one is open, else writes at once. */
  public <W> void write(Target<W> target, W write) {
    OpenTransaction open = current.get();
    if (open != null) {
      open.add(target, write);
    } else {
      target.write(List.of(write));
    }
  }

  /** As {@link #write(Target, Object)}, in the order of the calls for each collection. */
  public void write(MongoCollection<Document> collection, WriteModel<Document> model) {
    write(new OrderedWrites(collection), model);
  }

  /**
   * Runs before anything of the calling thread's transaction is written; at once when none is open.
   * If it throws, nothing is written.
   */
  public void check(Runnable action) {
    OpenTransaction open = current.get();
    if (open != null) {
      open.addCheck(action);
    } else {
      run(action);
    }
  }

  /**
   * Runs when everything else of the calling thread's transaction is written and the events of its
   * unit of work are appended; at once when none is open.
   */
  public void finish(Runnable action) {
    OpenTransaction open = current.get();
    if (open != null) {
      open.addFinish(action);
    } else {
      run(action);
    }
  }

  /**
   * Runs when the calling thread's transaction has ended, with or without success; at once when
   * none is open.
   */
  public void afterwards(Runnable action) {
    OpenTransaction open = current.get();
    if (open != null) {
      open.addAfterwards(action);
    } else {
      action.run();
    }
  }

  /**
   * Opens and ends transactions of the calling thread. They commit in the commit phase of a unit of
   * work, and so after its events are appended.
   */
  public TransactionManager transactions() {
    return new MongoTransactionManager(this);
  }

  @Nullable OpenTransaction openTransaction() {
    return current.get();
  }

  void begin() {
    current.set(new OpenTransaction());
  }

  void end(boolean commit) {
    OpenTransaction open = current.get();
    current.remove();
    if (open == null) {
      return;
    }
    try {
      if (commit) {
        run(open::commit);
      }
    } finally {
      open.runAfterwards();
    }
  }

  private static void run(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      throw MongoErrors.translate(e);
    }
  }
}
