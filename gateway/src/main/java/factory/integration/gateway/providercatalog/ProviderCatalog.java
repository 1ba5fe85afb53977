package factory.integration.gateway.providercatalog;

import factory.integration.gateway.json.RequestJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The entries, which stand as JSON beside this class. */
final class ProviderCatalog {

  private static final List<String> NAMES = List.of("github", "slack", "generic-json");

  private final List<CatalogEntry> entries = NAMES.stream().map(ProviderCatalog::read).toList();

  List<CatalogEntry> entries() {
    return entries;
  }

  Optional<CatalogEntry> find(String name) {
    return entries.stream().filter(entry -> entry.name().equals(name)).findAny();
  }

  private static CatalogEntry read(String name) {
    try (InputStream text = ProviderCatalog.class.getResourceAsStream(name + ".json")) {
      return RequestJson.mapper().readValue(text, CatalogEntry.class);
    } catch (IOException e) {
      throw new UncheckedIOException("the catalog's entry " + name + " cannot be read", e);
    }
  }
}
