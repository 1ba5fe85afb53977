package factory.integration.adapter.mongo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes to one collection a batch at a time. Writes to the same document become one where that is
 * possible; only what cannot be merged needs a further round trip.
 */
public final class BulkWrites implements MongoWrites.Target<DocumentWrite> {

  private final Documents documents;

  public BulkWrites(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void write(List<DocumentWrite> writes) {
    Map<String, List<DocumentWrite>> byId = LinkedHashMap.newLinkedHashMap(writes.size());
    for (DocumentWrite write : writes) {
      add(byId.computeIfAbsent(write.id(), _ -> new ArrayList<>(1)), write);
    }
    List<List<DocumentWrite>> left = List.copyOf(byId.values());
    for (int round = 0; !left.isEmpty(); round++) {
      int next = round;
      documents.write(left.stream().map(ofOne -> ofOne.get(next).model()).toList());
      left = left.stream().filter(ofOne -> ofOne.size() > next + 1).toList();
    }
  }

  private static void add(List<DocumentWrite> ofOne, DocumentWrite write) {
    if (!ofOne.isEmpty()) {
      DocumentWrite merged = ofOne.getLast().then(write);
      if (merged != null) {
        ofOne.set(ofOne.size() - 1, merged);
        return;
      }
    }
    ofOne.add(write);
  }
}
