package factory.integration.adapter.mongo;

import org.axonframework.common.transaction.TransactionManager;
import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Collects what a unit of work writes and hands it over in bulk when its transaction commits: a
 * batch of events costs a round trip for each collection, not for each event. Nothing is undone on
 * MongoDB: writes are such that repeating them changes nothing, and the tracking token comes {@link
 * #last}, so that a batch whose commit was cut short is handled again.
 */
public final class MongoWrites {

  /** Takes a transaction's writes of one kind. */
  @FunctionalInterface
  public interface Target<W> {

    /** Writes all of them, those to the same document in their order. */
    void write(List<W> writes);
  }

  private final ThreadLocal<@Nullable OpenTransaction> transaction = new ThreadLocal<>();

  /**
   * Joins the calling thread's transaction if one is open, else writes at once.
   *
   * @param target the same object for all writes that may go together
   */
  public <W> void write(Target<W> target, W write) {
    OpenTransaction open = transaction.get();
    if (open != null) {
      open.add(target, write);
    } else {
      target.write(List.of(write));
    }
  }

  /**
   * Runs when everything else of the calling thread's transaction is written and the events of its
   * unit of work are appended; at once when none is open. What says that a batch is done belongs
   * here, since it must not be stored before the batch's work.
   */
  public void last(Runnable write) {
    OpenTransaction open = transaction.get();
    if (open != null) {
      open.addLast(write);
    } else {
      write.run();
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
    return transaction.get();
  }

  void begin() {
    transaction.set(new OpenTransaction());
  }

  void commit() {
    OpenTransaction open = transaction.get();
    transaction.remove();
    if (open != null) {
      open.flush();
    }
  }

  void rollback() {
    transaction.remove();
  }
}
