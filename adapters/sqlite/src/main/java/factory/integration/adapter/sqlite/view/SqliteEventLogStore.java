package factory.integration.adapter.sqlite.view;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.FindSourceEvents;
import factory.integration.api.sourceevent.RoutingDecision;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.eventlog.DuplicateDocument;
import factory.integration.query.eventlog.EventLogStore;
import factory.integration.query.eventlog.SourceEventDocument;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/** The events log in three tables: entries, their data, and what was decided for each event. */
final class SqliteEventLogStore implements EventLogStore {

  private static final String INSERT =
      "INSERT INTO source_event (entry, tenant, event_id, event_type, owner_id, idempotency_key,"
          + " received_at, occurred_at, ordering_key, custom_headers)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
  private static final String INSERT_DATA =
      "INSERT INTO source_event_data (entry, data) VALUES (?, ?) ON CONFLICT DO NOTHING";
  private static final String INSERT_DUPLICATE =
      "INSERT INTO source_event (entry, tenant, event_id, original, event_type, owner_id,"
          + " idempotency_key, received_at)"
          + " SELECT ?, tenant, event_id, entry, event_type, owner_id, ?, ? FROM source_event"
          + " WHERE event_id = ? AND original IS NULL AND tenant = ? ON CONFLICT DO NOTHING";
  private static final String ROUTE =
      "INSERT OR REPLACE INTO event_routing (event_id, decisions) VALUES (?, ?)";
  private static final String ROUTING = "SELECT decisions FROM event_routing WHERE event_id = ?";

  private static final Json<List<RoutingDecision>> DECISIONS = new Json<>(new TypeReference<>() {});

  private final SqliteDatabase database;

  SqliteEventLogStore(SqliteDatabase database) {
    this.database = database;
  }

  @Override
  public void add(SourceEventDocument entry) {
    @Nullable Object[] row = SourceEventRow.values(entry);
    database.write(
        session -> {
          session.update(INSERT, row);
          session.update(INSERT_DATA, entry.key(), entry.data());
        });
  }

  @Override
  public void addDuplicate(DuplicateDocument entry) {
    database.write(
        session ->
            session.update(
                INSERT_DUPLICATE,
                entry.key(),
                entry.idempotencyKey(),
                entry.receivedAt().toEpochMilli(),
                entry.eventId().value(),
                entry.tenant()));
  }

  @Override
  public void route(EventId eventId, List<RoutingDecision> decisions) {
    String json = DECISIONS.write(decisions);
    database.write(session -> session.update(ROUTE, eventId.value(), json));
  }

  @Override
  public void clear() {
    database.write(session -> session.update("DELETE FROM source_event"));
    database.write(session -> session.update("DELETE FROM source_event_data"));
    database.write(session -> session.update("DELETE FROM event_routing"));
  }

  @Override
  public Optional<SourceEventDocument> get(TenantId tenant, EventId eventId) {
    return database.read(
        session ->
            session.first(
                SourceEventQueries.ONE, SourceEventRow::read, eventId.value(), tenant.value()));
  }

  @Override
  public List<RoutingDecision> routing(EventId eventId) {
    return database
        .read(session -> session.first(ROUTING, row -> row.getString(1), eventId.value()))
        .map(DECISIONS::read)
        .orElse(List.of());
  }

  @Override
  public Slice<SourceEventDocument> find(
      FindSourceEvents query, @Nullable List<String> words, PageRequest page) {
    if (words == null) {
      return database.read(session -> newest(session, query, page));
    }
    return words.isEmpty()
        ? Slice.empty()
        : database.read(session -> matching(session, query, words, page));
  }

  private static Slice<SourceEventDocument> newest(
      SqliteSession session, FindSourceEvents query, PageRequest page) throws SQLException {
    List<SourceEventDocument> found =
        SourceEventQueries.all(query)
            .newest(session, SourceEventRow::read, page.after().entry(), page.limit() + 1);
    return Slice.of(found, page.limit(), SourceEventDocument::key);
  }

  private static Slice<SourceEventDocument> matching(
      SqliteSession session, FindSourceEvents query, List<String> words, PageRequest page)
      throws SQLException {
    return new TextMatches<>(page, SourceEventDocument::key)
        .find(
            session,
            query.tenant(),
            words,
            (event, before, limit) -> ofEvent(session, query, event, before, limit));
  }

  /** Repetitions are younger than their original, unless the clock was set back in between. */
  private static List<SourceEventDocument> ofEvent(
      SqliteSession session, FindSourceEvents query, long event, long before, int limit)
      throws SQLException {
    List<SourceEventDocument> found =
        SourceEventQueries.repetitions(query, event)
            .newest(session, SourceEventRow::read, before, limit);
    found.addAll(
        SourceEventQueries.original(query, event).newest(session, SourceEventRow::read, before, 1));
    found.sort(Comparator.comparingLong(SourceEventDocument::key).reversed());
    return found.size() > limit ? found.subList(0, limit) : found;
  }
}
