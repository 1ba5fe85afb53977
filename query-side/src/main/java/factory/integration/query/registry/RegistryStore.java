package factory.integration.query.registry;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Keeps registered things as people see them. Writes may become visible later, together with the
 * batch they belong to; each of them repeated changes nothing.
 */
public interface RegistryStore {

  /** Adds a thing, unless one of its id is there. */
  void add(RegistryDocument document);

  /**
   * Applies a change to the view of a thing of a lower version; another one stays as it is.
   *
   * @param version the thing's after the change
   */
  void change(String id, long version, UnaryOperator<String> change);

  /** Removes a thing; an unknown one is no error. */
  void remove(String id);

  /** Forgets everything of a kind. */
  void clear(RegistryKind kind);

  /** The thing, or empty when this tenant has none of that kind and id. */
  Optional<RegistryDocument> get(TenantId tenant, RegistryKind kind, String id);

  /**
   * The tenant's things of a kind, newest first.
   *
   * @param group narrows the list; null for all
   */
  Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page);
}
