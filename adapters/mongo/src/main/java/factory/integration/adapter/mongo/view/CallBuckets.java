package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.LargeTexts;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.api.delivery.HttpExchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import tools.jackson.core.type.TypeReference;

/**
 * Writes a batch of calls, many of one tenant in one document. Its id tells which calls it holds,
 * so that a repeated batch finds it there; one that was cut otherwise leaves some calls in two
 * documents, which are equal.
 */
final class CallBuckets implements MongoWrites.Target<CallBuckets.Call> {

  static final String CALLS = "calls";
  static final String EXCHANGE = "exchange";
  static final String PARTS = "parts";

  /** The highest key of a bucket's calls. */
  static final String NEWEST = "newest";

  static final Json<HttpExchange> JSON = new Json<>(new TypeReference<>() {});

  private static final int MAX_CALLS = 64;
  private static final int MAX_LENGTH = 512 * 1024;

  /** A call to keep. */
  record Call(long key, String tenant, String exchange) {}

  private final BulkWrites target;
  private final LargeTexts texts;

  CallBuckets(Documents documents, LargeTexts texts) {
    this.target = new BulkWrites(documents);
    this.texts = texts;
  }

  @Override
  public void write(List<Call> calls) {
    Map<String, Integer> parts = storeLarge(calls);
    Map<String, List<Call>> byTenant = new LinkedHashMap<>();
    calls.forEach(
        call -> byTenant.computeIfAbsent(call.tenant(), _ -> new ArrayList<>()).add(call));
    List<DocumentWrite> buckets = new ArrayList<>();
    byTenant.values().forEach(ofTenant -> addBuckets(ofTenant, parts, buckets));
    target.write(buckets);
  }

  private Map<String, Integer> storeLarge(List<Call> calls) {
    Map<String, String> large = new HashMap<>();
    for (Call call : calls) {
      if (LargeTexts.isLarge(call.exchange())) {
        large.put(Long.toString(call.key()), call.exchange());
      }
    }
    return texts.store(large);
  }

  private static void addBuckets(
      List<Call> calls, Map<String, Integer> parts, List<DocumentWrite> buckets) {
    List<Document> bucket = new ArrayList<>();
    int length = 0;
    for (Call call : calls) {
      if (bucket.size() == MAX_CALLS || length > MAX_LENGTH) {
        buckets.add(bucket(call.tenant(), bucket));
        bucket = new ArrayList<>();
        length = 0;
      }
      Integer stored = parts.get(Long.toString(call.key()));
      length += stored == null ? call.exchange().length() : 0;
      bucket.add(
          new Document(ViewQuery.ENTRY, call.key())
              .append(
                  stored == null ? EXCHANGE : PARTS, stored == null ? call.exchange() : stored));
    }
    buckets.add(bucket(calls.getFirst().tenant(), bucket));
  }

  private static DocumentWrite bucket(String tenant, List<Document> calls) {
    long first = calls.getFirst().getLong(ViewQuery.ENTRY);
    long newest =
        calls.stream().mapToLong(call -> call.getLong(ViewQuery.ENTRY)).max().orElseThrow();
    return DocumentWrite.insert(
        "%d-%d-%d".formatted(first, newest, calls.size()),
        new Document("tenant", tenant).append(NEWEST, newest).append(CALLS, calls));
  }
}
