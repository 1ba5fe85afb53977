package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.query.registry.RegistryDocument;
import factory.integration.query.registry.RegistryKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch of changes: reads the things, changes them in memory and stores those that are
 * still older than the result.
 */
final class RegistryWrites implements MongoWrites.Target<RegistryWrites.Write> {

  static final String TENANT = "tenant";
  static final String KIND = "kind";
  static final String PARENT = "parent";
  private static final String VERSION = "version";
  private static final String VIEW = "view";

  /** What happens to a thing. */
  sealed interface Write {
    String id();
  }

  /** It is registered. */
  record Added(RegistryDocument document) implements Write {
    @Override
    public String id() {
      return document.id();
    }
  }

  /** It changes, if its version is lower. */
  record Changed(String id, long version, UnaryOperator<String> change) implements Write {}

  /** It goes. */
  record Removed(String id) implements Write {}

  private final Documents documents;
  private final BulkWrites target;

  RegistryWrites(Documents documents) {
    this.documents = documents;
    this.target = new BulkWrites(documents);
  }

  @Override
  public void write(List<Write> writes) {
    Set<String> ids = new HashSet<>();
    writes.forEach(write -> ids.add(write.id()));
    Map<String, RegistryDocument> stored = new HashMap<>();
    documents
        .list(Query.byIds(ids))
        .forEach(document -> stored.put(document.getString("_id"), read(document)));
    Map<String, RegistryDocument> changed = new HashMap<>(stored);
    writes.forEach(write -> apply(write, changed));
    List<DocumentWrite> all = new ArrayList<>(ids.size());
    ids.forEach(id -> add(id, stored.get(id), changed.get(id), all));
    if (!all.isEmpty()) {
      target.write(all);
    }
  }

  private static void apply(Write write, Map<String, RegistryDocument> things) {
    switch (write) {
      case Added added -> things.putIfAbsent(added.id(), added.document());
      case Removed removed -> things.remove(removed.id());
      case Changed(String id, long version, UnaryOperator<String> change) ->
          things.computeIfPresent(
              id,
              (_, known) ->
                  known.version() < version
                      ? known.changed(version, change.apply(known.view()))
                      : known);
    }
  }

  private static void add(
      String id,
      @Nullable RegistryDocument before,
      @Nullable RegistryDocument after,
      List<DocumentWrite> writes) {
    if (after == null) {
      writes.add(DocumentWrite.remove(id));
    } else if (before == null) {
      writes.add(DocumentWrite.insert(id, fields(after)));
    } else if (before.version() < after.version()) {
      Document older = new Document(VERSION, new Document("$lt", after.version()));
      writes.add(DocumentWrite.updateIf(id, older, fields(after)));
    }
  }

  private static Document fields(RegistryDocument document) {
    return new Document(ViewQuery.ENTRY, document.key())
        .append(TENANT, document.tenant())
        .append(KIND, document.kind().label())
        .append(PARENT, document.group())
        .append(VERSION, document.version())
        .append(VIEW, document.view());
  }

  static RegistryDocument read(Document document) {
    return new RegistryDocument(
        document.getLong(ViewQuery.ENTRY),
        kind(document.getString(KIND)),
        document.getString("_id"),
        document.getString(TENANT),
        document.getString(PARENT),
        document.getLong(VERSION),
        document.getString(VIEW));
  }

  private static RegistryKind kind(String label) {
    return Arrays.stream(RegistryKind.values())
        .filter(kind -> kind.label().equals(label))
        .findAny()
        .orElseThrow(() -> new IllegalStateException("a registered thing of no kind: " + label));
  }
}
