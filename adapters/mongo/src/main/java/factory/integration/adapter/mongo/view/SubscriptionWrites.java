package factory.integration.adapter.mongo.view;

import factory.integration.adapter.mongo.BulkWrites;
import factory.integration.adapter.mongo.DocumentWrite;
import factory.integration.adapter.mongo.Documents;
import factory.integration.adapter.mongo.Json;
import factory.integration.adapter.mongo.MongoWrites;
import factory.integration.adapter.mongo.Query;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.query.subscription.SubscriptionDocument;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;

/**
 * Writes a batch of changes: reads the subscriptions, changes them in memory and stores those that
 * are still older than the result.
 */
final class SubscriptionWrites implements MongoWrites.Target<SubscriptionWrites.Write> {

  static final String TENANT = "tenant";
  static final String OWNER = "ownerId";
  private static final String VERSION = "version";
  private static final String VIEW = "view";
  private static final Json<SubscriptionView> JSON = new Json<>(new TypeReference<>() {});

  /** What happens to a subscription. */
  sealed interface Write {
    String id();
  }

  /** It is made. */
  record Added(SubscriptionDocument subscription) implements Write {
    @Override
    public String id() {
      return subscription.view().subscriptionId().value();
    }
  }

  /** It changes, if its version is lower. */
  record Changed(String id, long version, UnaryOperator<SubscriptionView> change)
      implements Write {}

  /** It goes. */
  record Removed(String id) implements Write {}

  private final Documents documents;
  private final BulkWrites target;

  SubscriptionWrites(Documents documents) {
    this.documents = documents;
    this.target = new BulkWrites(documents);
  }

  @Override
  public void write(List<Write> writes) {
    Set<String> ids = new HashSet<>();
    writes.forEach(write -> ids.add(write.id()));
    Map<String, SubscriptionDocument> stored = new HashMap<>();
    documents
        .list(Query.byIds(ids))
        .forEach(document -> stored.put(document.getString("_id"), read(document)));
    Map<String, SubscriptionDocument> changed = new HashMap<>(stored);
    writes.forEach(write -> apply(write, changed));
    List<DocumentWrite> all = new ArrayList<>(ids.size());
    ids.forEach(id -> add(id, stored.get(id), changed.get(id), all));
    if (!all.isEmpty()) {
      target.write(all);
    }
  }

  private static void apply(Write write, Map<String, SubscriptionDocument> subscriptions) {
    switch (write) {
      case Added added -> subscriptions.putIfAbsent(added.id(), added.subscription());
      case Removed removed -> subscriptions.remove(removed.id());
      case Changed changed ->
          subscriptions.computeIfPresent(
              changed.id(),
              (_, known) ->
                  known.view().version() < changed.version() ? apply(changed, known) : known);
    }
  }

  private static SubscriptionDocument apply(Changed changed, SubscriptionDocument known) {
    SubscriptionView view = changed.change().apply(known.view());
    return new SubscriptionDocument(known.key(), known.tenant(), view);
  }

  private static void add(
      String id,
      @Nullable SubscriptionDocument before,
      @Nullable SubscriptionDocument after,
      List<DocumentWrite> writes) {
    if (after == null) {
      writes.add(DocumentWrite.remove(id));
    } else if (before == null) {
      writes.add(DocumentWrite.insert(id, fields(after)));
    } else if (!Objects.equals(before, after)) {
      Document older = new Document(VERSION, new Document("$lt", after.view().version()));
      writes.add(DocumentWrite.updateIf(id, older, fields(after)));
    }
  }

  private static Document fields(SubscriptionDocument subscription) {
    SubscriptionView view = subscription.view();
    return new Document(ViewQuery.ENTRY, subscription.key())
        .append(TENANT, subscription.tenant())
        .append(OWNER, view.settings().ownerId())
        .append(VERSION, view.version())
        .append(VIEW, JSON.write(view));
  }

  static SubscriptionDocument read(Document document) {
    return new SubscriptionDocument(
        document.getLong(ViewQuery.ENTRY),
        document.getString(TENANT),
        JSON.read(document.getString(VIEW)));
  }
}
