package factory.integration.adapter.sqlite.processing;

import factory.integration.adapter.sqlite.SqliteDatabase;
import factory.integration.adapter.sqlite.SqliteSession;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.jspecify.annotations.Nullable;

/**
 * Keeps sagas; writes join the transaction, so they are seen by reads after its commit. Within a
 * batch the saga repository answers from the sagas that it holds itself.
 */
final class SqliteSagaStore implements SagaStore<Object> {

  private static final String FIND =
      "SELECT saga FROM saga_association WHERE value = ? AND key = ? AND saga_type = ?";
  private static final String LOAD =
      "SELECT saga, type, revision, associations FROM saga WHERE id = ?";
  private static final String INSERT =
      "INSERT INTO saga (saga, type, revision, associations, id) VALUES (?, ?, ?, ?, ?)";
  private static final String UPDATE =
      "UPDATE saga SET saga = ?, type = ?, revision = ?, associations = ? WHERE id = ?";
  private static final String DELETE = "DELETE FROM saga WHERE id = ?";
  private static final String ASSOCIATE =
      "INSERT OR IGNORE INTO saga_association (value, key, saga_type, saga) VALUES (?, ?, ?, ?)";
  private static final String DISSOCIATE =
      "DELETE FROM saga_association WHERE value = ? AND key = ? AND saga_type = ? AND saga = ?";

  private final SqliteDatabase database;
  private final Serializer serializer;

  SqliteSagaStore(SqliteDatabase database, Serializer serializer) {
    this.database = database;
    this.serializer = serializer;
  }

  private record Loaded<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}

  private record Change(
      Set<AssociationValue> all, Set<AssociationValue> added, Set<AssociationValue> removed) {}

  @Override
  public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
    List<String> found =
        database.list(
            FIND,
            row -> row.getString(1),
            association.getValue(),
            association.getKey(),
            typeOf(sagaType));
    return new TreeSet<>(found);
  }

  @Override
  public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaIdentifier) {
    return database.first(LOAD, this::<S>load, sagaIdentifier).orElse(null);
  }

  private <S> Entry<S> load(ResultSet row) throws SQLException {
    S saga =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                row.getBytes(1), byte[].class, row.getString(2), row.getString(3)));
    return new Loaded<>(Associations.read(row.getString(4)), saga);
  }

  @Override
  public void insertSaga(
      Class<?> sagaType, String sagaIdentifier, Object saga, Set<AssociationValue> associations) {
    Set<AssociationValue> all = Set.copyOf(associations);
    save(INSERT, sagaType, sagaIdentifier, saga, new Change(all, all, Set.of()));
  }

  @Override
  public void updateSaga(
      Class<?> sagaType, String sagaIdentifier, Object saga, AssociationValues associations) {
    Change change =
        new Change(
            associations.asSet(),
            Set.copyOf(associations.addedAssociations()),
            Set.copyOf(associations.removedAssociations()));
    save(UPDATE, sagaType, sagaIdentifier, saga, change);
  }

  private void save(String sql, Class<?> sagaType, String id, Object saga, Change change) {
    SerializedObject<byte[]> data = serializer.serialize(saga, byte[].class);
    SerializedType dataType = data.getType();
    String type = typeOf(sagaType);
    String all = Associations.write(change.all());
    database.write(
        session -> {
          session.update(sql, data.getData(), dataType.getName(), dataType.getRevision(), all, id);
          change(session, ASSOCIATE, change.added(), type, id);
          change(session, DISSOCIATE, change.removed(), type, id);
        });
  }

  @Override
  public void deleteSaga(
      Class<?> sagaType, String sagaIdentifier, Set<AssociationValue> associations) {
    String type = typeOf(sagaType);
    Set<AssociationValue> all = Set.copyOf(associations);
    database.write(
        session -> {
          session.update(DELETE, sagaIdentifier);
          change(session, DISSOCIATE, all, type, sagaIdentifier);
        });
  }

  private static void change(
      SqliteSession session, String sql, Set<AssociationValue> values, String type, String id)
      throws SQLException {
    for (AssociationValue value : values) {
      session.update(sql, value.getValue(), value.getKey(), type, id);
    }
  }

  private String typeOf(Class<?> sagaType) {
    return serializer.typeForClass(sagaType).getName();
  }
}
