package factory.integration.adapter.mongo.processing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import factory.integration.adapter.mongo.MongoErrors;
import factory.integration.adapter.mongo.MongoWrites;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.modelling.saga.AssociationValue;
import org.axonframework.modelling.saga.AssociationValues;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Keeps each saga with its associations in one document; writes join the transaction and can be
 * repeated. Within a batch the saga repository answers from the sagas that it holds itself.
 */
final class MongoSagaStore implements SagaStore<Object> {

  private static final String COLLECTION = "sagas";
  private static final String SAGA_TYPE = "sagaType";
  private static final String TYPE = "type";
  private static final String REVISION = "revision";
  private static final String SAGA = "saga";
  private static final String ASSOCIATIONS = "associations";
  private static final String KEY = "key";
  private static final String VALUE = "value";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> sagas;
  private final MongoWrites writes;
  private final Serializer serializer;

  MongoSagaStore(MongoDatabase database, MongoWrites writes, Serializer serializer) {
    this.sagas = database.getCollection(COLLECTION);
    this.writes = writes;
    this.serializer = serializer;
    sagas.createIndex(Indexes.ascending(ASSOCIATIONS + "." + VALUE, ASSOCIATIONS + "." + KEY));
  }

  private record Loaded<S>(Set<AssociationValue> associationValues, S saga) implements Entry<S> {}

  @Override
  public Set<String> findSagas(Class<?> sagaType, AssociationValue association) {
    return MongoErrors.call(
        () ->
            sagas
                .find(
                    Filters.and(
                        Filters.elemMatch(
                            ASSOCIATIONS,
                            Filters.and(
                                Filters.eq(VALUE, association.getValue()),
                                Filters.eq(KEY, association.getKey()))),
                        Filters.eq(SAGA_TYPE, typeOf(sagaType))))
                .projection(Projections.include("_id"))
                .map(saga -> saga.getString("_id"))
                .into(new TreeSet<>()));
  }

  @Override
  public <S> @Nullable Entry<S> loadSaga(Class<S> sagaType, String sagaIdentifier) {
    Document found = MongoErrors.call(() -> sagas.find(Filters.eq(sagaIdentifier)).first());
    return found == null ? null : load(found);
  }

  private <S> Entry<S> load(Document found) {
    S saga =
        serializer.deserialize(
            new SimpleSerializedObject<>(
                found.get(SAGA, Binary.class).getData(),
                byte[].class,
                found.getString(TYPE),
                found.getString(REVISION)));
    Set<AssociationValue> associations = new LinkedHashSet<>();
    for (Document each : found.getList(ASSOCIATIONS, Document.class)) {
      associations.add(new AssociationValue(each.getString(KEY), each.getString(VALUE)));
    }
    return new Loaded<>(associations, saga);
  }

  @Override
  public void insertSaga(
      Class<?> sagaType, String sagaIdentifier, Object saga, Set<AssociationValue> associations) {
    save(sagaType, sagaIdentifier, saga, associations);
  }

  @Override
  public void updateSaga(
      Class<?> sagaType, String sagaIdentifier, Object saga, AssociationValues associations) {
    save(sagaType, sagaIdentifier, saga, associations.asSet());
  }

  private void save(Class<?> sagaType, String id, Object saga, Set<AssociationValue> associations) {
    SerializedObject<byte[]> data = serializer.serialize(saga, byte[].class);
    List<Document> associated =
        associations.stream()
            .map(each -> new Document(KEY, each.getKey()).append(VALUE, each.getValue()))
            .toList();
    Document document =
        new Document("_id", id)
            .append(SAGA_TYPE, typeOf(sagaType))
            .append(TYPE, data.getType().getName())
            .append(REVISION, data.getType().getRevision())
            .append(SAGA, new Binary(data.getData()))
            .append(ASSOCIATIONS, associated);
    writes.write(sagas, new ReplaceOneModel<>(Filters.eq(id), document, UPSERT));
  }

  @Override
  public void deleteSaga(
      Class<?> sagaType, String sagaIdentifier, Set<AssociationValue> associations) {
    writes.write(sagas, new DeleteOneModel<>(Filters.eq(sagaIdentifier)));
  }

  private String typeOf(Class<?> sagaType) {
    return serializer.typeForClass(sagaType).getName();
  }
}
