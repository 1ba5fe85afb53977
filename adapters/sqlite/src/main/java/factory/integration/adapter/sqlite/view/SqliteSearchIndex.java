package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.search.SearchIndex;
import java.util.List;
import java.util.Set;

/**
 * Words in an FTS5 index. Each document also holds a mark of its tenant, so that a search walks the
 * tenant's own events only; no published word can look like it, since words hold no colon.
 */
final class SqliteSearchIndex implements SearchIndex {

  private static final String INSERT =
      "INSERT OR REPLACE INTO event_words (rowid, words) VALUES (?, ?)";
  private static final String CLEAR = "INSERT INTO event_words (event_words) VALUES ('delete-all')";
  private static final String TENANT_MARK = "t:";
  private static final int WORD_LENGTH = 8;

  private final SqliteDatabase database;

  SqliteSearchIndex(SqliteDatabase database) {
    this.database = database;
  }

  /** What FTS5 searches for: every word quoted, so that none is an operator. */
  static String expression(TenantId tenant, List<String> words) {
    StringBuilder expression = new StringBuilder().append('"').append(TENANT_MARK);
    expression.append(tenant.value()).append('"');
    for (String word : words) {
      expression.append(" AND \"").append(word.replace("\"", "\"\"")).append('"');
    }
    return expression.toString();
  }

  @Override
  public void add(long key, String tenant, Set<String> words) {
    StringBuilder document = new StringBuilder((words.size() + 1) * WORD_LENGTH);
    document.append(TENANT_MARK).append(tenant);
    for (String word : words) {
      document.append(' ').append(word);
    }
    String text = document.toString();
    database.write(session -> session.update(INSERT, key, text));
  }

  @Override
  public void clear() {
    database.write(session -> session.update(CLEAR));
  }
}
