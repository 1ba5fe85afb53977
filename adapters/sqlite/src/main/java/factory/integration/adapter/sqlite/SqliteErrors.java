package factory.integration.adapter.sqlite;

import factory.integration.api.messaging.StoreUnavailable;
import java.sql.SQLException;
import java.util.Set;
import org.sqlite.SQLiteErrorCode;

/** Tells faults of the store from faults of a statement. */
public final class SqliteErrors {

  private static final Set<Integer> OUTAGES =
      Set.of(
          SQLiteErrorCode.SQLITE_PERM.code,
          SQLiteErrorCode.SQLITE_BUSY.code,
          SQLiteErrorCode.SQLITE_LOCKED.code,
          SQLiteErrorCode.SQLITE_NOMEM.code,
          SQLiteErrorCode.SQLITE_READONLY.code,
          SQLiteErrorCode.SQLITE_INTERRUPT.code,
          SQLiteErrorCode.SQLITE_IOERR.code,
          SQLiteErrorCode.SQLITE_CORRUPT.code,
          SQLiteErrorCode.SQLITE_FULL.code,
          SQLiteErrorCode.SQLITE_CANTOPEN.code,
          SQLiteErrorCode.SQLITE_PROTOCOL.code,
          SQLiteErrorCode.SQLITE_NOTADB.code);

  private SqliteErrors() {}

  /** Whether a unique key, a not-null or a check refused the row. */
  public static boolean isConstraint(Throwable failure) {
    return failure instanceof SQLException sql
        && sql.getErrorCode() == SQLiteErrorCode.SQLITE_CONSTRAINT.code;
  }

  /** Whether the file, the disk or the memory failed, so that nothing can be written for now. */
  static boolean isOutage(Throwable failure) {
    return failure instanceof SQLException sql && OUTAGES.contains(sql.getErrorCode());
  }

  static boolean isDiskFull(SQLException failure) {
    return failure.getErrorCode() == SQLiteErrorCode.SQLITE_FULL.code;
  }

  /** As callers see it. */
  static RuntimeException translate(SqliteConnector store, Throwable failure) {
    if (isOutage(failure)) {
      return new StoreUnavailable(
          "the store %s cannot be read or written (%s); check disk space and permissions"
              .formatted(store.file().getFileName(), failure.getMessage()),
          failure);
    }
    return failure instanceof RuntimeException unchecked ? unchecked : new SqliteFailure(failure);
  }
}
