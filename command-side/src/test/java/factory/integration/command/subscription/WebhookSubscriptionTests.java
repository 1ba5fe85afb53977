package factory.integration.command.subscription;

import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.subscription.ChangeWebhookSubscription;
import factory.integration.api.subscription.DisableReason;
import factory.integration.api.subscription.DisableWebhookSubscription;
import factory.integration.api.subscription.EnableWebhookSubscription;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.Ordering;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.api.subscription.RotateWebhookSecret;
import factory.integration.api.subscription.SubscribeWebhook;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.UnsubscribeWebhook;
import factory.integration.api.subscription.WebhookSecretRotated;
import factory.integration.api.subscription.WebhookSubscribed;
import factory.integration.api.subscription.WebhookSubscriptionChanged;
import factory.integration.api.subscription.WebhookSubscriptionDisabled;
import factory.integration.api.subscription.WebhookSubscriptionEnabled;
import factory.integration.api.subscription.WebhookUnsubscribed;
import factory.integration.api.vault.SecretRef;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.ResultValidator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class WebhookSubscriptionTests {

  private static final SubscriptionId ID = SubscriptionId.of("01jxd3v9k2000000000000000a");
  private static final SecretRef SECRET = new SecretRef("sec-a", 1);
  private static final Instant TOMORROW = Instant.parse("2026-06-12T12:00:00Z");
  private static final WebhookSubscriptionDisabled DISABLED =
      new WebhookSubscriptionDisabled(ID, DisableReason.REQUESTED);

  private final FixtureConfiguration<WebhookSubscription> fixture =
      new AggregateTestFixture<>(WebhookSubscription.class);

  @Nested
  class SubscribeWebhookTests {

    @Test
    void createsASubscription() {
      fixture.givenNoPriorActivity().when(subscribe()).expectEvents(subscribed("https://a.test"));
    }

    @Test
    void createsADisabledSubscription() {
      fixture
          .givenNoPriorActivity()
          .when(new SubscribeWebhook(ID, settings("https://a.test"), SECRET, false))
          .expectEvents(new WebhookSubscribed(ID, settings("https://a.test"), SECRET, false));
    }

    @Test
    void refusesAnIdThatIsTaken() {
      fixture
          .given(subscribed("https://a.test"))
          .when(subscribe())
          .expectNoEvents()
          .expectException(RuntimeException.class);
    }

    private SubscribeWebhook subscribe() {
      return new SubscribeWebhook(ID, settings("https://a.test"), SECRET, true);
    }
  }

  @Nested
  class ChangeWebhookSubscriptionTests {

    @Test
    void replacesTheSettingsAndAnswersTheVersion() {
      fixture
          .given(subscribed("https://a.test"))
          .when(change("https://b.test", 0))
          .expectEvents(changed("https://b.test"))
          .expectResultMessagePayload(1L);
    }

    @Test
    void refusesAChangeThatIsBasedOnAnEarlierVersion() {
      expectRefusal(
          fixture
              .given(subscribed("https://a.test"), changed("https://b.test"))
              .when(change("https://c.test", 0)));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(subscribed("https://a.test"), changed("https://b.test"))
          .when(change("https://b.test", 0))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
    }

    @Test
    void doesNotFindADeletedSubscription() {
      fixture
          .given(subscribed("https://a.test"), new WebhookUnsubscribed(ID))
          .when(change("https://b.test", 1))
          .expectNoEvents()
          .expectException(AggregateDeletedException.class);
    }

    private ChangeWebhookSubscription change(String url, long basedOn) {
      return new ChangeWebhookSubscription(ID, basedOn, settings(url));
    }
  }

  @Nested
  class EnableWebhookSubscriptionTests {

    private final EnableWebhookSubscription enable = new EnableWebhookSubscription(ID);

    @Test
    void letsADisabledSubscriptionReceiveAgain() {
      fixture
          .given(subscribed("https://a.test"), DISABLED)
          .when(enable)
          .expectEvents(new WebhookSubscriptionEnabled(ID))
          .expectResultMessagePayload(2L);
    }

    @Test
    void changesNothingWhenItReceivesAlready() {
      fixture
          .given(subscribed("https://a.test"))
          .when(enable)
          .expectNoEvents()
          .expectResultMessagePayload(0L);
    }

    @Test
    void doesNotReviveADeletedSubscription() {
      fixture
          .given(subscribed("https://a.test"), DISABLED, new WebhookUnsubscribed(ID))
          .when(enable)
          .expectNoEvents()
          .expectException(AggregateDeletedException.class);
    }
  }

  @Nested
  class DisableWebhookSubscriptionTests {

    @Test
    void stopsSendingForTheReasonGiven() {
      fixture
          .given(subscribed("https://a.test"))
          .when(new DisableWebhookSubscription(ID, DisableReason.ENDPOINT_GONE))
          .expectEvents(new WebhookSubscriptionDisabled(ID, DisableReason.ENDPOINT_GONE))
          .expectResultMessagePayload(1L);
    }

    @Test
    void keepsTheFirstReason() {
      fixture
          .given(subscribed("https://a.test"), DISABLED)
          .when(new DisableWebhookSubscription(ID, DisableReason.ENDPOINT_GONE))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
    }

    @Test
    void stopsAgainAfterItWasEnabled() {
      fixture
          .given(subscribed("https://a.test"), DISABLED, new WebhookSubscriptionEnabled(ID))
          .when(new DisableWebhookSubscription(ID, DisableReason.REQUESTED))
          .expectEvents(DISABLED);
    }

    @Test
    void doesNotFindAnUnknownSubscription() {
      fixture
          .givenNoPriorActivity()
          .when(new DisableWebhookSubscription(ID, DisableReason.REQUESTED))
          .expectException(AggregateNotFoundException.class);
    }
  }

  @Nested
  class RotateWebhookSecretTests {

    @Test
    void signsWithTheNextVersionAndForAWhileWithThePrevious() {
      fixture
          .given(subscribed("https://a.test"))
          .when(rotate(2))
          .expectEvents(rotated(2))
          .expectResultMessagePayload(1L);
    }

    @Test
    void rotatesOnFromTheLatestVersion() {
      fixture
          .given(subscribed("https://a.test"), rotated(2))
          .when(rotate(3))
          .expectEvents(rotated(3));
    }

    @Test
    void changesNothingTheSecondTime() {
      fixture
          .given(subscribed("https://a.test"), rotated(2))
          .when(rotate(2))
          .expectNoEvents()
          .expectResultMessagePayload(1L);
    }

    @Test
    void refusesAVersionThatDoesNotFollow() {
      expectRefusal(fixture.given(subscribed("https://a.test")).when(rotate(3)));
    }

    @Test
    void refusesAnotherSecret() {
      expectRefusal(
          fixture
              .given(subscribed("https://a.test"))
              .when(new RotateWebhookSecret(ID, new SecretRef("sec-b", 2), TOMORROW)));
    }

    private RotateWebhookSecret rotate(int version) {
      return new RotateWebhookSecret(ID, new SecretRef("sec-a", version), TOMORROW);
    }

    private WebhookSecretRotated rotated(int version) {
      return new WebhookSecretRotated(
          ID, new SecretRef("sec-a", version), new SecretRef("sec-a", version - 1), TOMORROW);
    }
  }

  @Nested
  class UnsubscribeWebhookTests {

    private final UnsubscribeWebhook unsubscribe = new UnsubscribeWebhook(ID);

    @Test
    void deletesTheSubscription() {
      fixture
          .given(subscribed("https://a.test"))
          .when(unsubscribe)
          .expectEvents(new WebhookUnsubscribed(ID))
          .expectMarkedDeleted();
    }

    @Test
    void doesNotFindItTheSecondTime() {
      fixture
          .given(subscribed("https://a.test"), new WebhookUnsubscribed(ID))
          .when(unsubscribe)
          .expectNoEvents()
          .expectException(AggregateDeletedException.class);
    }

    @Test
    void doesNotFindAnUnknownSubscription() {
      fixture
          .givenNoPriorActivity()
          .when(unsubscribe)
          .expectException(AggregateNotFoundException.class);
    }
  }

  private static void expectRefusal(ResultValidator<WebhookSubscription> result) {
    result
        .expectNoEvents()
        .expectException(CommandRejected.class)
        .expectExceptionMessage(Reason.SUBSCRIPTION_CHANGED_MEANWHILE.detail());
  }

  private static WebhookSubscribed subscribed(String url) {
    return new WebhookSubscribed(ID, settings(url), SECRET, true);
  }

  private static WebhookSubscriptionChanged changed(String url) {
    return new WebhookSubscriptionChanged(ID, settings(url));
  }

  private static SubscriptionSettings settings(String url) {
    return new SubscriptionSettings(
        new EndpointUrl(url),
        List.of("order*"),
        "customer-1",
        "ERP",
        Map.of("x-env", "prod"),
        new EndpointAuth.None(),
        RetryPolicies.STANDARD,
        Ordering.NONE,
        15,
        PayloadFormat.STANDARD);
  }
}
