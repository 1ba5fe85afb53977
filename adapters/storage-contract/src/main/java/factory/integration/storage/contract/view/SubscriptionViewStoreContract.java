package factory.integration.storage.contract.view;

import static factory.integration.storage.contract.view.Times.at;
import static factory.integration.storage.contract.view.Times.first;
import static factory.integration.storage.contract.view.Times.key;
import static factory.integration.storage.contract.view.Times.pages;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.FindSubscriptions;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import factory.integration.query.subscription.SubscriptionDocument;
import factory.integration.query.subscription.SubscriptionViewStore;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of subscriptions does. */
public abstract class SubscriptionViewStoreContract {

  private static final TenantId ACME = new TenantId("acme");
  private static final TenantId OTHER = new TenantId("other");

  private SubscriptionViewStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().subscriptions();
  }

  @Test
  void keepsASubscriptionAsItIs() {
    store.add(subscription(1));
    assertThat(store.get(ACME, id(1))).contains(subscription(1));
    assertThat(store.get(OTHER, id(1))).isEmpty();
  }

  @Test
  void appliesEachChangeOnce() {
    store.add(subscription(1));
    for (int round = 0; round < 2; round++) {
      store.change(id(1), 1, view -> view.disabled(DisableReason.REQUESTED, 1, at(1)));
      store.change(id(1), 2, view -> view.enabled(2, at(2)));
      store.change(id(1), 3, view -> view.withSettings(settings("owner-9"), 3, at(3)));
      store.add(subscription(1));
    }
    SubscriptionView changed = subscription(1).view().withSettings(settings("owner-9"), 3, at(3));
    assertThat(store.get(ACME, id(1))).contains(new SubscriptionDocument(key(1), "acme", changed));
    assertThat(found("owner-9")).containsExactly(id(1));
    assertThat(found("owner-1")).isEmpty();
  }

  @Test
  void ignoresChangesOfUnknownSubscriptions() {
    store.change(id(1), 1, view -> view.enabled(1, at(1)));
    store.remove(id(1));
    assertThat(found(null)).isEmpty();
  }

  @Test
  void removesASubscription() {
    store.add(subscription(1));
    store.remove(id(1));
    assertThat(store.get(ACME, id(1))).isEmpty();
  }

  @Test
  void findsTheTenantsNewestFirstPageByPage() {
    IntStream.range(0, 7).forEach(n -> store.add(subscription(n)));
    store.add(new SubscriptionDocument(key(9), "other", subscription(9).view()));
    assertThat(found("owner-0")).containsExactly(id(6), id(4), id(2), id(0));
    assertThat(pages(2, page -> store.find(find(null), page)))
        .extracting(document -> document.view().subscriptionId())
        .containsExactly(id(6), id(5), id(4), id(3), id(2), id(1), id(0));
  }

  @Test
  void forgetsEverything() {
    store.add(subscription(1));
    store.clear();
    assertThat(found(null)).isEmpty();
  }

  private List<SubscriptionId> found(@Nullable String ownerId) {
    return store.find(find(ownerId), first(250)).items().stream()
        .map(document -> document.view().subscriptionId())
        .toList();
  }

  private static FindSubscriptions find(@Nullable String ownerId) {
    return new FindSubscriptions(ACME, ownerId, 250, null);
  }

  private static SubscriptionId id(int number) {
    return SubscriptionId.of(Integer.toString(number));
  }

  private static SubscriptionDocument subscription(int number) {
    SecretRef secret = new SecretRef("sec-" + number, 1);
    SubscriptionView view =
        new SubscriptionView(
            id(number),
            settings("owner-" + number % 2),
            secret,
            null,
            null,
            true,
            null,
            0,
            at(number),
            at(number));
    return new SubscriptionDocument(key(number), "acme", view);
  }

  private static SubscriptionSettings settings(String ownerId) {
    return new SubscriptionSettings(
        new EndpointUrl("https://example.com/hook"),
        List.of("*"),
        ownerId,
        null,
        Map.of("x-env", "prod"),
        new EndpointAuth.Bearer(new SecretRef("sec-2", 1)),
        RetryPolicies.SEVEN_DAYS,
        Ordering.FIFO,
        15,
        PayloadFormat.RAW);
  }
}
