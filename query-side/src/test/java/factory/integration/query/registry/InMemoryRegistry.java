package factory.integration.query.registry;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Registered things, kept in memory. */
public final class InMemoryRegistry implements RegistryStore {

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
        .filter(known -> known.kind() == kind && known.tenant().equals(tenant.value()));
  }

  @Override
  public Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page) {
    List<RegistryDocument> all =
        documents.values().stream()
            .filter(known -> known.kind() == kind && known.tenant().equals(tenant.value()))
            .filter(known -> group == null || group.equals(known.group()))
            .sorted(Comparator.comparingLong(RegistryDocument::key).reversed())
            .toList();
    return new Slice<>(all, null);
  }
}
