package factory.integration.adapter.mongo;

import com.mongodb.client.MongoDatabase;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * Texts too large for the documents they belong to, in a collection of their own, so that lists
 * never read them; each in parts, since a document has 16 MB at most.
 */
public final class LargeTexts {

  /** Longer texts, in bytes of UTF-8, do not stand in documents that lists read. */
  public static final int MAX_INLINE_BYTES = 128 * 1024;

  private static final int MAX_PART_BYTES = 8 * 1024 * 1024;

  private final Documents parts;
  private final BulkWrites writes;

  public LargeTexts(MongoDatabase database, String collection) {
    this.parts = new Documents(database, collection, List.of());
    this.writes = new BulkWrites(parts);
  }

  public static boolean isLarge(String text) {
    return text.length() > MAX_INLINE_BYTES / 3
        && (text.length() > MAX_INLINE_BYTES
            || text.getBytes(StandardCharsets.UTF_8).length > MAX_INLINE_BYTES);
  }

  /** Stores texts by id at once; an id that is there keeps its text. Answers each one's parts. */
  public Map<String, Integer> store(Map<String, String> textsById) {
    Map<String, Integer> counts = new TreeMap<>();
    List<DocumentWrite> all = new ArrayList<>();
    textsById.forEach((id, text) -> counts.put(id, cut(id, text, all)));
    writes.write(all);
    return counts;
  }

  private static int cut(String id, String text, List<DocumentWrite> parts) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int count = 0;
    for (int from = 0; from < bytes.length; from += MAX_PART_BYTES) {
      byte[] part = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MAX_PART_BYTES));
      parts.add(DocumentWrite.insert(idOf(id, count++), new Document("bytes", part)));
    }
    return count;
  }

  /** The text stored under the id in so many parts; null once some part was removed. */
  public @Nullable String find(String id, int count) {
    Map<String, Binary> found = new TreeMap<>();
    parts
        .list(Query.byIds(idsOf(id, count)))
        .forEach(part -> found.put(part.getString("_id"), bytes(part)));
    if (found.size() < count) {
      return null;
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    found.values().forEach(part -> text.writeBytes(part.getData()));
    return text.toString(StandardCharsets.UTF_8);
  }

  /** Removes texts, given how many parts each has by its id. */
  public void remove(Map<String, Integer> countsById) {
    List<String> ids = new ArrayList<>();
    countsById.forEach((id, count) -> ids.addAll(idsOf(id, count)));
    if (!ids.isEmpty()) {
      parts.remove(new Document("_id", new Document("$in", ids)));
    }
  }

  private static List<String> idsOf(String id, int count) {
    return IntStream.range(0, count).mapToObj(part -> idOf(id, part)).toList();
  }

  /** Forgets everything. */
  public void clear() {
    parts.clear();
  }

  private static Binary bytes(Document part) {
    return part.get("bytes", Binary.class);
  }

  private static String idOf(String id, int part) {
    return "%s/%04d".formatted(id, part);
  }
}
