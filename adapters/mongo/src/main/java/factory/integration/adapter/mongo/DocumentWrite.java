package factory.integration.adapter.mongo;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.WriteModel;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** What becomes of one document, named by its id; made again, each of them changes nothing. */
public sealed interface DocumentWrite {

  String id();

  /** For the driver. */
  WriteModel<Document> model();

  /** One write with the effect of this and the next, to the same document; null if none has it. */
  @Nullable DocumentWrite then(DocumentWrite next);

  /** Adds a document; one that is there stays as it is. */
  static DocumentWrite insert(String id, Document fields) {
    return new Edit(id, new Document(), fields, new Document(), true);
  }

  /** Sets fields, those absent in a document that is not there yet included. */
  static DocumentWrite put(String id, Document fields) {
    return new Edit(id, new Document(), new Document(), fields, true);
  }

  /** As {@link #put}, with fields that only a new document gets. */
  static DocumentWrite put(String id, Document fields, Document onInsert) {
    return new Edit(id, new Document(), onInsert, fields, true);
  }

  /** Sets fields of a document that is there; null removes one. */
  static DocumentWrite update(String id, Document fields) {
    return new Edit(id, new Document(), new Document(), fields, false);
  }

  /** As {@link #update}, if the document meets the condition. */
  static DocumentWrite updateIf(String id, Document condition, Document fields) {
    return new Edit(id, condition, new Document(), fields, false);
  }

  /** Stores the document in place of whatever has its id. */
  static DocumentWrite replace(String id, Document document) {
    return new Replacement(id, document);
  }

  /** Removes the document; a missing one is no error. */
  static DocumentWrite remove(String id) {
    return new Removal(id);
  }

  /** Sets fields. */
  record Edit(String id, Document condition, Document onInsert, Document set, boolean upsert)
      implements DocumentWrite {

    @Override
    public WriteModel<Document> model() {
      Document update = new Document();
      Document values = new Document();
      Document removed = new Document();
      set.forEach((field, value) -> (value == null ? removed : values).append(field, value));
      removed.replaceAll((_, _) -> "");
      appendTo(update, "$set", values);
      appendTo(update, "$unset", removed);
      appendTo(update, "$setOnInsert", onlyNew());
      Document filter = new Document("_id", id);
      filter.putAll(condition);
      return new UpdateOneModel<>(filter, update, new UpdateOptions().upsert(upsert));
    }

    private Document onlyNew() {
      Document fields = new Document(onInsert);
      fields.values().removeIf(value -> value == null);
      fields.keySet().removeAll(set.keySet());
      return fields;
    }

    private static void appendTo(Document update, String operator, Map<String, Object> fields) {
      if (!fields.isEmpty()) {
        update.append(operator, fields);
      }
    }

    @Override
    public @Nullable DocumentWrite then(DocumentWrite next) {
      if (!(next instanceof Edit edit)) {
        return next;
      }
      boolean unconditional = condition.isEmpty() && edit.condition.isEmpty();
      if (!unconditional || edit.upsert && !upsert) {
        return null;
      }
      Document both = new Document(set);
      both.putAll(edit.set);
      return new Edit(id, condition, onInsert, both, upsert);
    }
  }

  /** Stores a whole document. */
  record Replacement(String id, Document document) implements DocumentWrite {

    @Override
    public WriteModel<Document> model() {
      return new ReplaceOneModel<>(
          new Document("_id", id), document, new ReplaceOptions().upsert(true));
    }

    @Override
    public @Nullable DocumentWrite then(DocumentWrite next) {
      return next instanceof Edit ? null : next;
    }
  }

  /** Removes a document. */
  record Removal(String id) implements DocumentWrite {

    @Override
    public WriteModel<Document> model() {
      return new DeleteOneModel<>(new Document("_id", id));
    }

    @Override
    public @Nullable DocumentWrite then(DocumentWrite next) {
      return next instanceof Edit ? null : next;
    }
  }
}
