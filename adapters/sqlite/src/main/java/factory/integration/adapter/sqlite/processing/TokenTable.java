package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.StoredToken;
import factory.integration.adapter.axon.TokenKey;
import factory.integration.adapter.axon.TokenRows;
import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;

/**
 * The table of tokens, as one owner uses it. It stands beside the views, so that both advance in
 * one commit.
 */
final class TokenTable implements TokenRows {

  private static final String INSERT =
      "INSERT OR IGNORE INTO token (processor, segment, token, token_type, claimed_at)"
          + " VALUES (?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE token SET token = ?, token_type = ?, claimed_at = ?"
          + " WHERE processor = ? AND segment = ? AND owner = ?";
  private static final String CLAIMABLE = "(owner IS NULL OR owner = ? OR claimed_at < ?)";
  private static final String CLAIM =
      "UPDATE token SET owner = ?, claimed_at = ? WHERE processor = ? AND segment = ? AND "
          + CLAIMABLE
          + " RETURNING token, token_type";
  private static final String EXTEND =
      "UPDATE token SET claimed_at = ? WHERE processor = ? AND segment = ? AND owner = ?";
  private static final String RELEASE =
      "UPDATE token SET owner = NULL WHERE processor = ? AND segment = ? AND owner = ?";
  private static final String DELETE =
      "DELETE FROM token WHERE processor = ? AND segment = ? AND owner = ?";
  private static final String SEGMENTS =
      "SELECT segment FROM token WHERE processor = ? ORDER BY segment";
  private static final String CLAIMABLE_SEGMENTS =
      "SELECT segment FROM token WHERE processor = ? AND " + CLAIMABLE + " ORDER BY segment";

  private static final String OF_TYPE = "SELECT 1 FROM token WHERE token_type = ? LIMIT 1";

  private final SqliteDatabase database;
  private final String owner;
  private final long claimMillis;

  /**
   * @param owner names this process to others that use the same file
   * @param claimTimeout how long a claim lasts that its owner does not extend
   */
  TokenTable(SqliteDatabase database, String owner, Duration claimTimeout) {
    this.database = database;
    this.owner = owner;
    this.claimMillis = claimTimeout.toMillis();
  }

  /** Whether some processor has not come back yet to where it was reset. */
  static boolean hasReplay(SqliteDatabase database) {
    return database.first(OF_TYPE, row -> true, ReplayToken.class.getName()).isPresent();
  }

  @Override
  public long claimMillis() {
    return claimMillis;
  }

  @Override
  public void insert(List<TokenKey> keys, StoredToken token, long now) {
    database.change(
        session -> {
          for (TokenKey key : keys) {
            insert(session, key, token, now);
          }
          return keys;
        });
  }

  private static void insert(SqliteSession session, TokenKey key, StoredToken token, long now)
      throws SQLException {
    int rows =
        session.update(INSERT, key.processor(), key.segment(), token.data(), token.type(), now);
    if (rows == 0) {
      throw new UnableToClaimTokenException("token " + key + " exists already");
    }
  }

  @Override
  public void store(TokenKey key, StoredToken token, long now, Claim claim) {
    database.write(
        session -> {
          requireOwned(
              key,
              session.update(
                  UPDATE, token.data(), token.type(), now, key.processor(), key.segment(), owner));
          claim.renewedAt(now);
        });
  }

  @Override
  public StoredToken claim(TokenKey key, long now) {
    return database
        .change(
            session ->
                session.first(
                    CLAIM,
                    row -> new StoredToken(row.getBytes(1), row.getString(2)),
                    owner,
                    now,
                    key.processor(),
                    key.segment(),
                    owner,
                    now - claimMillis))
        .orElseThrow(
            () ->
                new UnableToClaimTokenException(
                    "token " + key + " belongs to another owner or does not exist"));
  }

  @Override
  public void extend(TokenKey key, long now) {
    requireOwned(
        key,
        database.change(
            session -> session.update(EXTEND, now, key.processor(), key.segment(), owner)));
  }

  @Override
  public void release(TokenKey key) {
    database.write(session -> session.update(RELEASE, key.processor(), key.segment(), owner));
  }

  @Override
  public void delete(TokenKey key) {
    database.write(
        session ->
            requireOwned(key, session.update(DELETE, key.processor(), key.segment(), owner)));
  }

  private void requireOwned(TokenKey key, int rows) {
    if (rows == 0) {
      throw new UnableToClaimTokenException("token " + key + " is not claimed by " + owner);
    }
  }

  @Override
  public List<Integer> segments(String processor) {
    return database.list(SEGMENTS, row -> row.getInt(1), processor);
  }

  @Override
  public List<Integer> claimable(String processor, long now) {
    return database.list(
        CLAIMABLE_SEGMENTS, row -> row.getInt(1), processor, owner, now - claimMillis);
  }

  @Override
  public String storageIdentifier(String fresh) {
    return database.change(
        session -> {
          session.update(
              "INSERT INTO token_storage SELECT ? WHERE NOT EXISTS (SELECT 1 FROM token_storage)",
              fresh);
          return session
              .first("SELECT id FROM token_storage", row -> row.getString(1))
              .orElse(fresh);
        });
  }
}
