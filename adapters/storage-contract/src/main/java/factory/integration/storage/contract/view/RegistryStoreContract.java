package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.query.registry.RegistryDocument;
import factory.integration.query.registry.RegistryKind;
import factory.integration.query.registry.RegistryStore;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of registered things does. */
public abstract class RegistryStoreContract {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");
  private static final RegistryKind CLIENT = RegistryKind.API_CLIENT;

  private RegistryStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().registry();
  }

  @Test
  void keepsAThingAsItIs() {
    store.add(client(1));
    assertThat(store.get(ACME, CLIENT, "cli-1")).contains(client(1));
    assertThat(store.get(OTHER, CLIENT, "cli-1")).isEmpty();
    assertThat(store.get(ACME, RegistryKind.PROVIDER, "cli-1")).isEmpty();
  }

  @Test
  void appliesEachChangeOnce() {
    store.add(client(1));
    for (int round = 0; round < 2; round++) {
      store.change("cli-1", 1, view -> view + " first");
      store.change("cli-1", 2, view -> view + " second");
      store.add(client(1));
    }
    assertThat(store.get(ACME, CLIENT, "cli-1"))
        .contains(client(1).changed(2, "{\"n\": 1} first second"));
  }

  @Test
  void ignoresChangesOfUnknownThings() {
    store.change("cli-1", 1, view -> view + " changed");
    store.remove("cli-1");
    assertThat(found(null)).isEmpty();
  }

  @Test
  void removesAThing() {
    store.add(client(1));
    store.remove("cli-1");
    assertThat(store.get(ACME, CLIENT, "cli-1")).isEmpty();
  }

  @Test
  void findsTheTenantsNewestFirstPageByPage() {
    IntStream.range(0, 7).forEach(n -> store.add(client(n)));
    store.add(
        new RegistryDocument(key(8), CLIENT, "cli-8", OTHER.value(), "prov-0", 0, "{\"n\": 8}"));
    store.add(provider(9));
    assertThat(found("prov-0")).containsExactly("cli-6", "cli-4", "cli-2", "cli-0");
    assertThat(pages(2, page -> store.find(ACME, CLIENT, null, page)))
        .extracting(RegistryDocument::id)
        .containsExactly("cli-6", "cli-5", "cli-4", "cli-3", "cli-2", "cli-1", "cli-0");
  }

  @Test
  void forgetsThingsOfOneKind() {
    store.add(client(1));
    store.add(provider(2));
    store.clear(CLIENT);
    assertThat(found(null)).isEmpty();
    assertThat(store.get(ACME, RegistryKind.PROVIDER, "prov-2")).contains(provider(2));
  }

  private List<String> found(@Nullable String group) {
    return store.find(ACME, CLIENT, group, first(250)).items().stream()
        .map(RegistryDocument::id)
        .toList();
  }

  private static RegistryDocument client(int number) {
    return new RegistryDocument(
        key(number),
        CLIENT,
        "cli-" + number,
        ACME.value(),
        "prov-" + number % 2,
        0,
        "{\"n\": " + number + "}");
  }

  private static RegistryDocument provider(int number) {
    return new RegistryDocument(
        key(number),
        RegistryKind.PROVIDER,
        "prov-" + number,
        ACME.value(),
        null,
        0,
        "{\"n\": " + number + "}");
  }
}
