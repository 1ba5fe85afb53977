package factory.integration.adapter.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens connections to one file. Reads are not memory-mapped: a fault of the disk would then end
 * the process instead of one read.
 *
 * @param synced whether each commit reaches the disk before it is acknowledged
 */
record SqliteConnector(Path file, boolean synced) {

  private static final int BUSY_MILLIS = 10_000;
  private static final int PAGE_BYTES = 4096;
  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 4 * 1024;
  private static final long LOG_LIMIT_BYTES = 64L << 20;

  SqliteSession openWriter() throws SQLException {
    SqliteSession session = open(WRITER_CACHE_KIB);
    session.runOnce("PRAGMA journal_mode = WAL");
    session.runOnce("PRAGMA wal_autocheckpoint = 0");
    session.runOnce("PRAGMA journal_size_limit = " + LOG_LIMIT_BYTES);
    session.runOnce("PRAGMA synchronous = " + (synced ? "FULL" : "NORMAL"));
    return session;
  }

  SqliteSession openReader() throws SQLException {
    SqliteSession session = open(READER_CACHE_KIB);
    session.runOnce("PRAGMA query_only = ON");
    return session;
  }

  SqliteSession openCheckpointer() throws SQLException {
    return open(READER_CACHE_KIB);
  }

  private SqliteSession open(int cacheKib) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.NOMUTEX);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setPageSize(PAGE_BYTES);
    config.setCacheSize(-cacheKib);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setGetGeneratedKeys(false);
    return new SqliteSession(config.createConnection("jdbc:sqlite:" + file.toAbsolutePath()));
  }
}
