package factory.integration.adapter.sqlite;

/** A statement that SQLite refused though the store works; its cause tells why. */
public final class SqliteFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SqliteFailure(Throwable cause) {
    super(cause.getMessage(), cause);
  }
}
