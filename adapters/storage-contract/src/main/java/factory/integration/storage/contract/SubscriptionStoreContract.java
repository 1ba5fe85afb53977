package factory.integration.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.routing.RoutableSubscription;
import factory.integration.saga.routing.SubscriptionStore;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.common.transaction.TransactionManager;
import org.junit.jupiter.api.Test;

/** A store of the routing table. */
public abstract class SubscriptionStoreContract {

  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  protected abstract SubscriptionStore subscriptions();

  protected abstract TransactionManager transactions();

  @Test
  void keepsSubscriptionsOfAllTenants() {
    RoutableSubscription one = subscription("acme", "a", 0);
    RoutableSubscription two = subscription("globex", "b", 0);
    subscriptions().save(one);
    subscriptions().save(two);

    assertThat(subscriptions().findAll()).containsExactlyInAnyOrder(one, two);
  }

  @Test
  void replacesAndRemovesById() {
    subscriptions().save(subscription("acme", "a", 0));
    RoutableSubscription changed = subscription("acme", "a", 1);
    subscriptions().save(changed);
    assertThat(subscriptions().findAll()).containsExactly(changed);

    subscriptions().remove(SubscriptionId.of("a"));
    subscriptions().remove(SubscriptionId.of("missing"));
    assertThat(subscriptions().findAll()).isEmpty();
  }

  @Test
  void tellsThatTheTableChanged() {
    long empty = subscriptions().version();
    assertThat(subscriptions().version()).isEqualTo(empty);
    subscriptions().save(subscription("acme", "a", 0));
    long saved = subscriptions().version();
    assertThat(saved).isNotEqualTo(empty);
    transactions()
        .executeInTransaction(
            () -> {
              subscriptions().save(subscription("acme", "b", 0));
              subscriptions().remove(SubscriptionId.of("a"));
            });
    assertThat(subscriptions().version()).isNotIn(empty, saved);
  }

  @Test
  void joinsTransactions() {
    Transaction dropped = transactions().startTransaction();
    subscriptions().save(subscription("acme", "a", 0));
    dropped.rollback();
    assertThat(subscriptions().findAll()).isEmpty();

    transactions().executeInTransaction(() -> subscriptions().save(subscription("acme", "a", 0)));
    assertThat(subscriptions().findAll()).hasSize(1);
  }

  private static RoutableSubscription subscription(String tenant, String id, long version) {
    SubscriptionSettings settings =
        new SubscriptionSettings(
            new EndpointUrl("https://example.com/hook"),
            List.of("order*"),
            "owner",
            "name",
            Map.of("x-team", "blue"),
            new EndpointAuth.Basic("user", new SecretRef("sec-1", 1)),
            RetryPolicies.AVVYR,
            Ordering.STRICT,
            15,
            PayloadFormat.STANDARD);
    return new RoutableSubscription(
        new TenantId(tenant),
        new SubscriptionView(
            SubscriptionId.of(id),
            settings,
            new SecretRef("sec-2", 2),
            new SecretRef("sec-2", 1),
            NOON.plusSeconds(60),
            false,
            DisableReason.ENDPOINT_GONE,
            version,
            NOON,
            NOON.plusNanos(1_000_000)));
  }
}
