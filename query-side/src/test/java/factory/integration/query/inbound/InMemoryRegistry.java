package factory.integration.query.inbound;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import factory.integration.query.registry.RegistryDocument;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Keeps registered things in a map. */
final class InMemoryRegistry implements RegistryStore {

  private final Map<String, RegistryDocument> documents = new LinkedHashMap<>();

  @Override
  public void add(RegistryDocument document) {
    documents.putIfAbsent(document.id(), document);
  }

  @Override
  public void change(String id, long version, UnaryOperator<String> change) {
    documents.computeIfPresent(
        id,
        (_, known) ->
            known.version() < version ? known.changed(version, change.apply(known.view())) : known);
  }

  @Override
  public void remove(String id) {
    documents.remove(id);
  }

  @Override
  public void clear(RegistryKind kind) {
    documents.values().removeIf(document -> document.kind() == kind);
  }

  @Override
  public Optional<RegistryDocument> get(TenantId tenant, RegistryKind kind, String id) {
    return Optional.ofNullable(documents.get(id))
        .filter(document -> document.tenant().equals(tenant.value()) && document.kind() == kind);
  }

  @Override
  public Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page) {
    return Slice.of(
        documents.values().stream()
            .filter(it -> it.tenant().equals(tenant.value()) && it.kind() == kind)
            .toList(),
        page.limit(),
        RegistryDocument::key);
  }
}
