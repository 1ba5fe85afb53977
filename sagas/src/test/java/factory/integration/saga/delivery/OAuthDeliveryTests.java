package factory.integration.saga.delivery;

import static factory.integration.saga.delivery.DeliveryFixture.due;
import static factory.integration.saga.routing.SubscriptionFixture.ACME;
import static factory.integration.saga.routing.SubscriptionFixture.directoryOf;
import static factory.integration.saga.routing.SubscriptionFixture.secret;
import static factory.integration.saga.routing.SubscriptionFixture.settings;
import static factory.integration.saga.routing.SubscriptionFixture.subscription;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.saga.SettableClock;
import factory.integration.saga.oauth.FakeTokenEndpoint;
import factory.integration.saga.oauth.TokenAnswer;
import factory.integration.saga.sourceevent.SourceEvents;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OAuthDeliveryTests {

  private static final String TOKEN = "access-token-1";

  private final SettableClock clock = new SettableClock();
  private final InMemoryVault vault = new InMemoryVault();
  private final FakeSender sender = new FakeSender();
  private final FakeTokenEndpoint endpoint = new FakeTokenEndpoint();
  private final SourceEvents sourceEvents =
      new SourceEvents(
          EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build(),
          1_000_000);
  private final DeliveryCall call =
      new DeliveryCall(
          directoryOf(
              subscription(
                  "a",
                  settings(
                      null,
                      new EndpointAuth.OAuth2(FakeTokenEndpoint.ENDPOINT, secret("client", 1)),
                      Map.of(),
                      "*"))),
          sourceEvents,
          new WebhookComposer(Authenticators.with(vault, endpoint), clock),
          sender,
          clock);

  @BeforeEach
  void keepEventAndSecrets() {
    sourceEvents.remember(
        PublishedDataFixture.accepted(Map.of()), MetaData.from(PublishedDataFixture.context()));
    vault.put(ACME, secret("a", 1), "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    vault.put(ACME, secret("client", 1), "s3cret");
  }

  @Test
  void sendsATokenThatItKeeps() {
    endpoint.answers(200, "{\"access_token\":\"access-token-1\",\"expires_in\":600}");
    assertThat(make().outcome()).isEqualTo(new CallOutcome.Succeeded());
    HttpExchange exchange = make().exchange();
    assertThat(sender.requests.getLast().headers())
        .containsEntry("authorization", "Bearer " + TOKEN);
    assertThat(exchange.requestHeaders()).containsEntry("authorization", "***");
    assertThat(endpoint.calls()).isEqualTo(1);
  }

  @Test
  void showsThatItGotNoTokenAndTriesAgain() {
    endpoint.answers(new TokenAnswer.Failed("no answer within 10 s"));
    CallReport.Made made = make();
    assertThat(made.outcome())
        .isEqualTo(
            new CallOutcome.Retryable(
                FailureCategory.AUTHENTICATION, "no token: no answer within 10 s", null));
    assertThat(made.exchange().error()).isEqualTo("no token: no answer within 10 s");
    assertThat(made.exchange().statusCode()).isNull();
    assertThat(sender.requests).isEmpty();
  }

  @Test
  void sendsAnotherTokenAfterOneWasRefused() {
    endpoint
        .answers(200, "{\"access_token\":\"access-token-1\"}")
        .answers(200, "{\"access_token\":\"access-token-2\"}");
    sender.answer = _ -> FakeSender.answered(401);
    assertThat(make().outcome())
        .isEqualTo(
            new CallOutcome.Retryable(
                FailureCategory.AUTHENTICATION, "the endpoint refused the token", null));
    make();
    assertThat(sender.requests.getLast().headers())
        .containsEntry("authorization", "Bearer access-token-2");
  }

  private CallReport.Made make() {
    return (CallReport.Made) call.make(due(7, "a"));
  }
}
