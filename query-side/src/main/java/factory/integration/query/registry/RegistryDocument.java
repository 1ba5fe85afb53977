package factory.integration.query.registry;

import org.jspecify.annotations.Nullable;

/**
 * A registered thing as it is now.
 *
 * @param key the {@link factory.integration.query.TimelineKey} of its creation
 * @param id unique among all things of all tenants
 * @param group what lists can be narrowed to, such as the thing it belongs to; never changes
 * @param version of its latest event, from 0
 * @param view JSON
 */
public record RegistryDocument(
    long key,
    RegistryKind kind,
    String id,
    String tenant,
    @Nullable String group,
    long version,
    String view) {

  /** The same after a later event. */
  public RegistryDocument changed(long laterVersion, String laterView) {
    return new RegistryDocument(key, kind, id, tenant, group, laterVersion, laterView);
  }
}
