package factory.integration.adapter.mongo.view;

import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.WriteModel;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.query.search.SearchIndex;
import java.util.Set;
import org.bson.Document;

/**
 * The words of an event stand in its entry of the events log and are written with it, so that they
 * cost no document of their own. This fills in what a rebuild of the search alone has cleared, and
 * else finds nothing to do.
 */
final class MongoSearchIndex implements SearchIndex {

  private final SourceEvents events;
  private final MongoWrites writes;
  private final MongoWrites.Target<WriteModel<Document>> target;

  MongoSearchIndex(SourceEvents events, MongoWrites writes) {
    this.events = events;
    this.writes = writes;
    this.target = models -> events.documents().write(models);
  }

  @Override
  public void add(long key, String tenant, Set<String> words) {
    Document set =
        new Document(
            "$set", new Document(SourceEventQueries.WORDS, SourceEventFields.words(words)));
    writes.write(target, new UpdateOneModel<>(SourceEventQueries.withoutWords(tenant, key), set));
  }

  @Override
  public void clear() {
    events
        .documents()
        .update(
            new Document(SourceEventQueries.WORDS, new Document("$exists", true)),
            new Document("$unset", new Document(SourceEventQueries.WORDS, "")));
  }
}
