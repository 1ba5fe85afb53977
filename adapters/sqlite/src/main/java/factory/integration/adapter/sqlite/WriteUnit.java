package factory.integration.adapter.sqlite;

import factory.integration.adapter.sqlite.SqliteDatabase.Write;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** What one caller wants written: all of it or nothing. */
final class WriteUnit {

  private final List<Write> writes;
  private final boolean durable;
  private final CompletableFuture<@Nullable Void> done = new CompletableFuture<>();
  private @Nullable RuntimeException failure;

  WriteUnit(List<Write> writes, boolean durable) {
    this.writes = writes;
    this.durable = durable;
  }

  /** Whether it must be on disk even if the file's other commits need not be. */
  boolean isDurable() {
    return durable;
  }

  void apply(SqliteSession session) throws SQLException {
    for (Write write : writes) {
      write.apply(session);
    }
  }

  /** Remembers that this unit alone was refused; the caller hears of it after the commit. */
  void refuse(RuntimeException reason) {
    failure = reason;
  }

  /** Answers the caller. */
  void complete() {
    if (failure == null) {
      done.complete(null);
    } else {
      done.completeExceptionally(failure);
    }
  }

  void fail(RuntimeException reason) {
    done.completeExceptionally(reason);
  }

  /** Waits until the unit is committed; throws what stopped it. */
  void await() {
    try {
      done.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException reason ? reason : e;
    }
  }
}
