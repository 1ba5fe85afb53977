package factory.integration.adapter.mongo;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Collects the writes of a unit of work. A nested start joins: its commit leaves the work to the
 * outermost one, its rollback drops its own writes alone.
 */
final class MongoTransactionManager implements TransactionManager {

  private final MongoWrites writes;

  MongoTransactionManager(MongoWrites writes) {
    this.writes = writes;
  }

  @Override
  public Transaction startTransaction() {
    OpenTransaction open = writes.openTransaction();
    if (open != null) {
      return new Joined(open);
    }
    writes.begin();
    return new Outermost();
  }

  private final class Outermost implements Transaction {

    @Override
    public void commit() {
      writes.end(true);
    }

    @Override
    public void rollback() {
      writes.end(false);
    }
  }

  private static final class Joined implements Transaction {

    private final OpenTransaction outermost;
    private final OpenTransaction.Mark before;

    private Joined(OpenTransaction outermost) {
      this.outermost = outermost;
      this.before = outermost.mark();
    }

    @Override
    public void commit() {
      // the outermost transaction commits
    }

    @Override
    public void rollback() {
      outermost.rollbackTo(before);
    }
  }
}
