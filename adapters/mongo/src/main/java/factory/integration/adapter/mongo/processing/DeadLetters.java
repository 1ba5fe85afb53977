package factory.integration.adapter.mongo.processing;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import factory.integration.adapter.axon.StoredLetter;
import factory.integration.adapter.mongo.MongoErrors;
import factory.integration.adapter.mongo.MongoWrites;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.bson.Document;
import org.bson.conversions.Bson;

/** The letters of one processing group. */
final class DeadLetters {

  private static final String COLLECTION = "processing_dead_letters";
  private static final String GROUP = "group";
  private static final String SEQUENCE = "sequence";
  private static final String PLACE = "place";
  private static final String CLAIMED_UNTIL = "claimedUntil";
  private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

  private final MongoCollection<Document> collection;
  private final MongoWrites writes;
  private final String group;
  private final LetterDocuments letters;

  DeadLetters(MongoDatabase database, MongoWrites writes, String group, LetterDocuments letters) {
    this.collection = database.getCollection(COLLECTION);
    this.writes = writes;
    this.group = group;
    this.letters = letters;
    collection.createIndex(Indexes.ascending(GROUP, SEQUENCE, PLACE));
  }

  /**
   * A batch that is handled again after a crash puts the same letters where they are.
   *
   * @param waiting letters of the sequence that this transaction has not written yet
   */
  void add(String sequence, DeadLetter<? extends EventMessage<?>> letter, int waiting) {
    String id = group + "/" + sequence + "/" + letter.message().getIdentifier();
    long place = place(id, sequence, waiting);
    Document document =
        letters
            .write(letter)
            .append("_id", id)
            .append(GROUP, group)
            .append(SEQUENCE, sequence)
            .append(PLACE, place);
    writes.write(collection, new ReplaceOneModel<>(Filters.eq(id), document, UPSERT));
  }

  private long place(String id, String sequence, int waiting) {
    Document same = MongoErrors.call(() -> collection.find(Filters.eq(id)).first());
    if (same != null) {
      return same.getLong(PLACE);
    }
    Document last =
        MongoErrors.call(() -> collection.find(of(sequence)).sort(Sorts.descending(PLACE)).first());
    return (last == null ? 0 : last.getLong(PLACE)) + 1 + waiting;
  }

  void update(StoredLetter stored, DeadLetter<? extends EventMessage<?>> letter) {
    Bson state = new Document("$set", letters.state(letter));
    writes.write(collection, new UpdateOneModel<>(Filters.eq(stored.id()), state));
  }

  void remove(StoredLetter stored) {
    writes.write(collection, new DeleteOneModel<>(Filters.eq(stored.id())));
  }

  void removeAll() {
    writes.write(collection, new DeleteManyModel<>(Filters.eq(GROUP, group)));
  }

  boolean contains(StoredLetter stored) {
    return MongoErrors.call(() -> collection.find(Filters.eq(stored.id())).first()) != null;
  }

  long count() {
    return MongoErrors.call(() -> collection.countDocuments(Filters.eq(GROUP, group)));
  }

  long count(String sequence) {
    return MongoErrors.call(() -> collection.countDocuments(of(sequence)));
  }

  Set<String> sequences() {
    return MongoErrors.call(
        () ->
            collection
                .distinct(SEQUENCE, Filters.eq(GROUP, group), String.class)
                .into(new TreeSet<>()));
  }

  /** The letters of a sequence, first one first. */
  List<StoredLetter> sequence(String sequence) {
    return MongoErrors.call(
        () ->
            collection
                .find(of(sequence))
                .sort(Sorts.ascending(PLACE))
                .map(letters::read)
                .into(new ArrayList<>()));
  }

  /** The first letter of each sequence, those that were not touched for longest first. */
  List<StoredLetter> heads() {
    return sequencesByAge().stream().flatMap(each -> first(each).stream()).toList();
  }

  private Optional<StoredLetter> first(String sequence) {
    return MongoErrors.call(
        () ->
            Optional.ofNullable(
                collection
                    .find(of(sequence))
                    .sort(Sorts.ascending(PLACE))
                    .map(letters::read)
                    .first()));
  }

  private List<String> sequencesByAge() {
    return MongoErrors.call(
        () ->
            collection
                .aggregate(
                    List.of(
                        Aggregates.match(Filters.eq(GROUP, group)),
                        Aggregates.sort(Sorts.ascending(SEQUENCE, PLACE)),
                        Aggregates.group(
                            "$" + SEQUENCE, Accumulators.first("touchedAt", "$touchedAt")),
                        Aggregates.sort(Sorts.ascending("touchedAt", "_id"))))
                .map(each -> each.getString("_id"))
                .into(new ArrayList<>()));
  }

  /** Whether no other node processes the letter's sequence. */
  boolean claim(StoredLetter head, long now, long until) {
    Bson free =
        Filters.and(
            Filters.eq(head.id()),
            Filters.or(Filters.eq(CLAIMED_UNTIL, null), Filters.lt(CLAIMED_UNTIL, now)));
    return MongoErrors.call(
            () -> collection.updateOne(free, Updates.set(CLAIMED_UNTIL, until)).getMatchedCount())
        > 0;
  }

  void release(StoredLetter head) {
    MongoErrors.call(
        () -> collection.updateOne(Filters.eq(head.id()), Updates.unset(CLAIMED_UNTIL)));
  }

  private Bson of(String sequence) {
    return Filters.and(Filters.eq(GROUP, group), Filters.eq(SEQUENCE, sequence));
  }
}
