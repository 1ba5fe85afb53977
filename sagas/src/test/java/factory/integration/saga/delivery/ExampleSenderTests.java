package factory.integration.saga.delivery;

import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static factory.integration.saga.routing.SubscriptionFixture.id;
import static factory.integration.saga.routing.SubscriptionFixture.secret;
import static factory.integration.saga.routing.SubscriptionFixture.settings;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.saga.SettableClock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExampleSenderTests {

  private final SettableClock clock = new SettableClock();
  private final InMemoryVault vault = new InMemoryVault();
  private final FakeSender sender = new FakeSender();

  @BeforeEach
  void keepSecrets() {
    vault.put(ACME, secret("a", 1), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    vault.put(ACME, secret("b", 1), "s3cr3t-token");
  }

  @ParameterizedTest
  @CsvSource({
    "cartFullyPaid, cartFullyPaid",
    "order.created, orderCreated",
    "myOwn, first",
    "*, first"
  })
  void sendsTheExampleOfTheFirstKnownType(String subscribed, String sent) {
    String expected = sent.equals("first") ? EventCatalogue.all().getFirst().name().value() : sent;
    send(subscription("a", subscribed));

    WebhookRequest request = sender.requests.getFirst();
    assertThat(request.headers())
        .containsEntry("x-webhook-event", expected)
        .containsKeys("webhook-id", "webhook-signature", "traceparent");
    assertThat(new String(request.body(), UTF_8)).startsWith("{\"type\":\"" + expected + "\"");
  }

  @Test
  void showsWhatCameBackWithoutSecrets() {
    sender.answer = _ -> FakeSender.answered(418, Map.of("etag", "1"), "got s3cr3t-token");
    EndpointAuth auth = new EndpointAuth.Bearer(secret("b", 1));
    CommunicationLogView log =
        send(subscription("a", settings(null, auth, Map.of(), "orderCreated")));

    assertThat(log.method()).isEqualTo("POST");
    assertThat(log.statusCode()).isEqualTo(418);
    assertThat(log.responseHeaders()).containsEntry("etag", "1");
    assertThat(log.responseBody()).isEqualTo("got ***");
    assertThat(log.requestHeaders()).containsEntry("authorization", "***");
    assertThat(log.requestBody()).isEqualTo(new String(sender.requests.getFirst().body(), UTF_8));
    assertThat(log.toString()).doesNotContain("s3cr3t-token");
  }

  @Test
  void showsWhyNothingCameBack() {
    sender.answer =
        _ -> new CallResult.Failed(FailureCategory.DNS, "unknown host", false, clock.instant(), 3);
    assertThat(send(subscription("a", "*")).error()).isEqualTo("unknown host");
  }

  @Test
  void refusesAnUnknownSubscription() {
    assertThatThrownBy(() -> exampleSender(subscription("a")).sendExample(ACME, id("b")))
        .isInstanceOf(CommandRejected.class);
  }

  @Test
  void refusesAnotherTenantsSubscription() {
    TenantId other = new TenantId("other");
    assertThatThrownBy(() -> exampleSender(subscription("a")).sendExample(other, id("a")))
        .isInstanceOf(CommandRejected.class);
    assertThat(sender.requests).isEmpty();
  }

  private CommunicationLogView send(SubscriptionView subscription) {
    return exampleSender(subscription).sendExample(ACME, subscription.subscriptionId());
  }

  private ExampleSender exampleSender(SubscriptionView subscription) {
    return new ExampleSender(
        directoryOf(subscription),
        new WebhookComposer(Authenticators.with(vault), clock),
        sender,
        clock,
        new UniqueIds(clock));
  }
}
