package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.failure.DeadLetterDocument;
import factory.integration.query.failure.DeadLetterStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.type.TypeReference;

/** Dead letters as JSON beside the columns that searches look at. */
final class SqliteDeadLetterStore implements DeadLetterStore {

  private static final String INSERT =
      "INSERT INTO dead_letter_view (entry, tenant, failure_id, integration_id, event_type,"
          + " failed_at, view) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String ALL = "SELECT e.entry, e.tenant, e.view FROM dead_letter_view e";
  private static final String ONE = ALL + " WHERE e.failure_id = ? AND e.tenant = ?";

  private static final Json<DeadLetterView> VIEW = new Json<>(new TypeReference<>() {});

  private final SqliteDatabase database;

  SqliteDeadLetterStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(DeadLetterDocument deadLetter) {
    DeadLetterView view = deadLetter.view();
    Object[] row = {
      deadLetter.key(),
      deadLetter.tenant(),
      view.failureId().value(),
      view.integrationId(),
      view.eventType().value(),
      view.failedAt().toEpochMilli(),
      VIEW.write(view)
    };
    database.write(session -> session.update(INSERT, row));
  }

  @Override
  public void clear() {
    database.write(session -> session.update("DELETE FROM dead_letter_view"));
  }

  @Override
  public Optional<DeadLetterDocument> get(TenantId tenant, FailureId id) {
    return database.read(
        session -> session.first(ONE, SqliteDeadLetterStore::read, id.value(), tenant.value()));
  }

  @Override
  public Slice<DeadLetterDocument> find(FindDeadLetters query, PageRequest page) {
    Select select = select(query);
    List<DeadLetterDocument> found =
        database.read(
            session ->
                select.newest(
                    session, SqliteDeadLetterStore::read, page.after().entry(), page.limit() + 1));
    return Slice.of(found, page.limit(), DeadLetterDocument::key);
  }

  static Select select(FindDeadLetters query) {
    return new Select(ALL + " INDEXED BY " + indexFor(query))
        .where("e.tenant = ?", query.tenant())
        .where("e.integration_id = ?", query.subscriptionId())
        .where("e.event_type = ?", query.eventType())
        .within("e.failed_at", query.from(), query.to());
  }

  private static String indexFor(FindDeadLetters query) {
    if (query.subscriptionId() != null) {
      return "dead_letter_by_integration";
    }
    return query.eventType() != null ? "dead_letter_by_type" : "dead_letter_by_tenant";
  }

  private static DeadLetterDocument read(ResultSet row) throws SQLException {
    return new DeadLetterDocument(row.getLong(1), row.getString(2), VIEW.read(row.getString(3)));
  }
}
