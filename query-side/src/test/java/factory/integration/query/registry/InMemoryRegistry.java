package factory.integration.query.registry;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.PageRequest;
import factory.integration.query.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Finds everything of a kind, whatever is asked for. */
public final class InMemoryRegistry implements RegistryStore {

  private final Map<String, RegistryDocument> documents = new HashMap<>();

  @Override
  public void add(RegistryDocument document) {
    documents.putIfAbsent(document.id(), document);
  }

  @Override
  public void change(String id, long version, UnaryOperator<String> change) {
    documents.computeIfPresent(
        id,
        (_, old) -> old.version() < version ? old.changed(version, change.apply(old.view())) : old);
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
        .filter(it -> it.kind() == kind && it.tenant().equals(tenant.value()));
  }

  @Override
  public Slice<RegistryDocument> find(
      TenantId tenant, RegistryKind kind, @Nullable String group, PageRequest page) {
    List<RegistryDocument> found =
        documents.values().stream()
            .filter(it -> it.kind() == kind && it.tenant().equals(tenant.value()))
            .toList();
    return new Slice<>(found, null);
  }
}
