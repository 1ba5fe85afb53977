package factory.integration.adapter.sqlite;

import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;

/**
 * Collects the writes of a unit of work and commits them in one SQLite transaction. A nested start
 * joins: its commit leaves the work to the outermost one, its rollback drops its own writes alone.
 */
final class SqliteTransactionManager implements TransactionManager {

  private final SqliteDatabase database;

  SqliteTransactionManager(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public Transaction startTransaction() {
    OpenTransaction open = database.openTransaction();
    if (open != null) {
      return new Joined(open);
    }
    database.begin();
    return new Outermost();
  }

  private final class Outermost implements Transaction {

    @Override
    public void commit() {
      database.commit();
    }

    @Override
    public void rollback() {
      database.rollback();
    }
  }

  private final class Joined implements Transaction {

    private final OpenTransaction outermost;
    private final int before;

    private Joined(OpenTransaction outermost) {
      this.outermost = outermost;
      this.before = outermost.size();
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
