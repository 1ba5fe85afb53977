package factory.integration.adapter.mongo.storage;

import com.mongodb.event.CommandFailedEvent;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.BsonDocument;
import org.bson.BsonNumber;
import org.bson.BsonValue;

/**
 * Counts what the store costs: the round trips that somebody waited for, and the documents that
 * they wrote, each by collection. One lookup a round trip, whatever its size.
 */
public final class CommandCosts implements CommandListener {

  /**
   * Commands that were answered, refused ones included; tags {@code collection}, {@code command}.
   */
  public static final String ROUND_TRIPS = "platform.mongo.roundtrips";

  /**
   * Documents that were written; tags {@code collection}, {@code kind}: {@code inserted}, {@code
   * updated} or {@code deleted}. One that an update left as it was does not count.
   */
  public static final String DOCUMENTS = "platform.mongo.documents";

  private static final String NO_COLLECTION = "none";

  private record Key(String name, String collection, String what) {}

  private final MeterRegistry registry;
  private final Map<Integer, String> collections = new ConcurrentHashMap<>();
  private final Map<Key, Counter> counters = new ConcurrentHashMap<>();

  public CommandCosts(MeterRegistry registry) {
    this.registry = registry;
  }

  /** What is answered does not name its collection. */
  @Override
  public void commandStarted(CommandStartedEvent event) {
    String field = event.getCommandName().equals("getMore") ? "collection" : event.getCommandName();
    BsonValue named = event.getCommand().get(field);
    String collection = named != null && named.isString() ? named.asString().getValue() : null;
    collections.put(event.getRequestId(), collection == null ? NO_COLLECTION : collection);
  }

  @Override
  public void commandSucceeded(CommandSucceededEvent event) {
    String collection = answered(event.getRequestId(), event.getCommandName());
    BsonDocument answer = event.getResponse();
    switch (event.getCommandName()) {
      case "insert" -> written(collection, "inserted", number(answer, "n"));
      case "delete" -> written(collection, "deleted", number(answer, "n"));
      case "update" -> {
        int added = answer.containsKey("upserted") ? answer.getArray("upserted").size() : 0;
        written(collection, "inserted", added);
        written(collection, "updated", number(answer, "nModified"));
      }
      case "findAndModify" ->
          written(collection, "updated", number(answer.getDocument("lastErrorObject"), "n"));
      default -> {}
    }
  }

  @Override
  public void commandFailed(CommandFailedEvent event) {
    answered(event.getRequestId(), event.getCommandName());
  }

  private String answered(int request, String command) {
    String known = collections.remove(request);
    String collection = known == null ? NO_COLLECTION : known;
    counter(ROUND_TRIPS, collection, "command", command).increment();
    return collection;
  }

  private void written(String collection, String kind, int documents) {
    if (documents > 0) {
      counter(DOCUMENTS, collection, "kind", kind).increment(documents);
    }
  }

  private Counter counter(String name, String collection, String tag, String what) {
    return counters.computeIfAbsent(
        new Key(name, collection, what),
        _ -> registry.counter(name, "collection", collection, tag, what));
  }

  private static int number(BsonDocument answer, String field) {
    return answer.get(field) instanceof BsonNumber number ? number.intValue() : 0;
  }
}
