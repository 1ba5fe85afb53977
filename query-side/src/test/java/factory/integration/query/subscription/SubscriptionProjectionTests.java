package factory.integration.query.subscription;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.Samples.SECRET;
import static factory.integration.query.Samples.SUBSCRIPTION;
import static factory.integration.query.Samples.settings;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import factory.integration.query.Feed;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SubscriptionProjectionTests {

  private static final WebhookSubscribed SUBSCRIBED =
      new WebhookSubscribed(SUBSCRIPTION, settings("first"), SECRET, true);

  private final InMemorySubscriptions store = new InMemorySubscriptions();
  private final Feed feed = new Feed(new SubscriptionProjection(store));

  @Test
  void keepsANewSubscription() throws Exception {
    feed.publish("sub-1", SUBSCRIBED);
    assertThat(current())
        .contains(
            new SubscriptionView(
                SUBSCRIPTION, settings("first"), SECRET, null, null, true, null, 0, NOON, NOON));
  }

  @Test
  void saysWhyANewSubscriptionIsDisabled() throws Exception {
    feed.publish("sub-1", new WebhookSubscribed(SUBSCRIPTION, settings("off"), SECRET, false));
    assertThat(current().orElseThrow().disabledReason()).isEqualTo(DisableReason.REQUESTED);
  }

  @Test
  void followsEveryChange() throws Exception {
    feed.publish(
        "sub-1",
        SUBSCRIBED,
        new WebhookSubscriptionChanged(SUBSCRIPTION, settings("second")),
        new WebhookSecretRotated(SUBSCRIPTION, SECRET.next(), SECRET, NOON.plusSeconds(60)),
        new WebhookSubscriptionDisabled(SUBSCRIPTION, DisableReason.ENDPOINT_GONE));
    assertThat(current())
        .contains(
            new SubscriptionView(
                SUBSCRIPTION,
                settings("second"),
                SECRET.next(),
                SECRET,
                NOON.plusSeconds(60),
                false,
                DisableReason.ENDPOINT_GONE,
                3,
                NOON,
                NOON.plusSeconds(3)));
  }

  @Test
  void forgetsTheReasonWhenEnabledAgain() throws Exception {
    feed.publish(
        "sub-1",
        SUBSCRIBED,
        new WebhookSubscriptionDisabled(SUBSCRIPTION, DisableReason.REQUESTED),
        new WebhookSubscriptionEnabled(SUBSCRIPTION));
    assertThat(current().orElseThrow())
        .matches(view -> view.enabled() && view.disabledReason() == null && view.version() == 2);
  }

  @Test
  void dropsADeletedSubscription() throws Exception {
    feed.publish("sub-1", SUBSCRIBED, new WebhookUnsubscribed(SUBSCRIPTION));
    assertThat(current()).isEmpty();
  }

  @Test
  void forgetsEverythingWhenReset() throws Exception {
    feed.publish("sub-1", SUBSCRIBED).reset();
    assertThat(current()).isEmpty();
  }

  private Optional<SubscriptionView> current() {
    return store.get(new TenantId(Feed.TENANT), SUBSCRIPTION).map(SubscriptionDocument::view);
  }
}
