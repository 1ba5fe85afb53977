package factory.integration.query.registry;

import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.query.Cursors;
import factory.integration.query.PageRequest;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The registered things of one kind, as views of one type. */
public final class Registry<V> {

  private static final Cursors CURSORS = new Cursors('r');

  private final RegistryStore store;
  private final RegistryKind kind;
  private final Class<V> type;

  public Registry(RegistryStore store, RegistryKind kind, Class<V> type) {
    this.store = store;
    this.kind = kind;
    this.type = type;
  }

  /**
   * Where and when a thing came to be.
   *
   * @param group see {@link RegistryDocument}
   */
  public record Origin(
      String tenant, String id, @Nullable String group, Instant at, TrackingToken token) {}

  /** Adds a thing of version 0, unless it is there. */
  public void add(Origin origin, V view) {
    long key = TimelineKey.of(origin.at(), origin.token());
    store.add(
        new RegistryDocument(
            key, kind, origin.id(), origin.tenant(), origin.group(), 0, write(view)));
  }

  /** Applies a change to a thing of a lower version; another one stays as it is. */
  public void change(String id, long version, UnaryOperator<V> change) {
    store.change(id, version, view -> write(change.apply(read(view))));
  }

  public void remove(String id) {
    store.remove(id);
  }

  public void clear() {
    store.clear(kind);
  }

  /** The view, or empty when this tenant has none of that id. */
  public Optional<V> get(TenantId tenant, String id) {
    return store.get(tenant, kind, id).map(document -> read(document.view()));
  }

  /** Views for clients, newest first; refuses a cursor of another list or a limit out of range. */
  public Page<V> page(TenantId tenant, @Nullable String group, int limit, @Nullable String cursor) {
    PageRequest page = CURSORS.request(limit, cursor);
    return CURSORS.page(store.find(tenant, kind, group, page), document -> read(document.view()));
  }

  private String write(V view) {
    return JsonMapper.shared().writeValueAsString(view);
  }

  private V read(String json) {
    return JsonMapper.shared().readValue(json, type);
  }
}
