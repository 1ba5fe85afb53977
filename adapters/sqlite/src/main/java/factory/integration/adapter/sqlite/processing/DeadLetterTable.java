package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.axon.StoredLetter;
import factory.integration.adapter.sqlite.SqliteDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.jspecify.annotations.Nullable;

/** The letters of one processing group. */
final class DeadLetterTable {

  private static final String INSERT =
      "INSERT INTO dead_letter (processing_group, "
          + LetterRow.COLUMNS
          + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE dead_letter SET cause_type = ?, cause_message = ?, diagnostics = ?, touched_at = ?"
          + " WHERE id = ?";
  private static final String DELETE = "DELETE FROM dead_letter WHERE id = ?";
  private static final String DELETE_ALL = "DELETE FROM dead_letter WHERE processing_group = ?";
  private static final String CONTAINS = "SELECT 1 FROM dead_letter WHERE id = ?";
  private static final String SELECT = "SELECT id, " + LetterRow.COLUMNS + " FROM dead_letter";
  private static final String SEQUENCE =
      SELECT + " WHERE processing_group = ? AND sequence = ? ORDER BY id";
  private static final String HEADS =
      SELECT
          + " WHERE id IN (SELECT min(id) FROM dead_letter WHERE processing_group = ?"
          + " GROUP BY sequence) ORDER BY touched_at, id";

  private final SqliteDatabase database;
  private final String processingGroup;
  private final LetterRow letters;

  DeadLetterTable(SqliteDatabase database, String processingGroup, LetterRow letters) {
    this.database = database;
    this.processingGroup = processingGroup;
    this.letters = letters;
  }

  void insert(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(processingGroup);
    values.addAll(Arrays.asList(letters.write(sequence, letter)));
    database.write(session -> session.update(INSERT, values.toArray()));
  }

  void update(StoredLetter stored, DeadLetter<? extends EventMessage<?>> letter) {
    String causeType = letter.cause().map(Cause::type).orElse(null);
    String causeMessage = letter.cause().map(Cause::message).orElse(null);
    byte[] diagnostics = letters.diagnostics(letter);
    long touchedAt = letter.lastTouched().toEpochMilli();
    database.write(
        session ->
            session.update(UPDATE, causeType, causeMessage, diagnostics, touchedAt, stored.id()));
  }

  void delete(StoredLetter stored) {
    database.write(session -> session.update(DELETE, stored.id()));
  }

  void deleteAll() {
    database.write(session -> session.update(DELETE_ALL, processingGroup));
  }

  boolean contains(StoredLetter stored) {
    return database.first(CONTAINS, row -> true, stored.id()).isPresent();
  }

  /** The letters of a sequence, first one first. */
  List<StoredLetter> sequence(String sequence) {
    return database.list(SEQUENCE, letters::read, processingGroup, sequence);
  }

  /** The first letter of each sequence, those that were not touched for longest first. */
  List<StoredLetter> heads() {
    return database.list(HEADS, letters::read, processingGroup);
  }
}
