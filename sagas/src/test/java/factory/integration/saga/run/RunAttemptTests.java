package factory.integration.saga.run;

import static factory.integration.saga.connection.ConnectionFixture.CREDENTIAL;
import static factory.integration.saga.run.RunDesk.TOKEN;
import static factory.integration.saga.run.RunDesk.answered;
import static factory.integration.saga.run.RunFixture.EVENT;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.ORDER_CREATED;
import static factory.integration.saga.run.RunFixture.RUN;
import static factory.integration.saga.run.RunFixture.accepted;
import static factory.integration.saga.run.RunFixture.createOrder;
import static factory.integration.saga.run.RunFixture.getContact;
import static factory.integration.saga.run.RunFixture.operation;
import static factory.integration.saga.run.RunFixture.plan;
import static factory.integration.saga.run.RunFixture.settings;
import static factory.integration.saga.run.RunFixture.trigger;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.BeginRunAttempt;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.SettableClock;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.delivery.CallReport;
import factory.integration.saga.delivery.CallResult;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RunAttemptTests {

  private static final ConnectionSettings WITH_CREDENTIAL = settings(Governance.OPEN, CREDENTIAL);
  private static final String ENTITY = "{\"id\":\"c-7\",\"name\":\"Ada\"}";

  private final RunDesk desk = new RunDesk();

  @Nested
  class AskedForTests {

    @Test
    void sendsTheInputAsTheOperationMapsIt() {
      desk.connect(WITH_CREDENTIAL, createOrder());
      desk.answer = _ -> answered(201, "{\"id\":\"o-1\"}");
      CallReport.RunAttempted report = make();

      assertThat(report.outcome()).isEqualTo(new RunOutcome.Succeeded("o-1", "{\"id\":\"o-1\"}"));
      assertThat(desk.requests).hasSize(1);
      var request = desk.requests.getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.url()).hasToString("https://erp.example.com/api/orders");
      assertThat(request.body()).asString(StandardCharsets.UTF_8).isEqualTo(INPUT);
      assertThat(request.headers()).containsEntry("x-caller", TOKEN).containsKey("traceparent");
      assertThat(request.repeatable()).isFalse();
    }

    @Test
    void keepsTheCallAndWhoCalledWithoutSecrets() {
      ApiOperation search =
          new ApiOperation(
              "CreateOrder",
              "GET",
              "/orders",
              Map.of("api_key", "{key}", "q", "{q}"),
              Map.of(),
              null,
              null,
              null,
              List.of(),
              null,
              "ref",
              null,
              10,
              Set.of());
      desk.connect(WITH_CREDENTIAL, search);
      desk.answer =
          _ ->
              answered(
                  200,
                  Map.of("set-cookie", "id=1", "x-echo", TOKEN),
                  "{\"echo\":\"" + TOKEN + "\",\"ref\":\"" + TOKEN + "\",\"token\":\"abc\"}",
                  false);
      CallReport.RunAttempted report = make("{\"key\":\"k-99\",\"q\":\"shoes\"}");

      HttpExchange exchange = Objects.requireNonNull(report.exchange());
      assertThat(exchange.signedWith()).containsExactly(CREDENTIAL + ":3");
      assertThat(exchange.requestHeaders()).containsEntry("x-caller", "***");
      assertThat(exchange.responseHeaders())
          .containsEntry("set-cookie", "***")
          .containsEntry("x-echo", "***");
      assertThat(exchange.url()).contains("q=shoes").contains("api_key=***");
      assertThat(report.outcome())
          .isEqualTo(
              new RunOutcome.Succeeded(
                  "***", "{\"echo\":\"***\",\"ref\":\"***\",\"token\":\"***\"}"));
      assertThat(report.toString()).doesNotContain(TOKEN).doesNotContain("k-99");
    }

    @Test
    void sendsTheSameIdempotencyKeyEachTime() {
      desk.connect(
          settings(Governance.OPEN, null),
          operation("CreateOrder", "POST", "/orders", "$", "idempotency-key"));
      make();
      make();
      assertThat(desk.requests)
          .extracting(request -> request.headers().get("idempotency-key"))
          .containsExactly(RUN.value(), RUN.value());
      assertThat(desk.sent).as("a repeat does no harm").isEmpty();
    }

    @Test
    void failsForGoodWhenTheInputDoesNotFit() {
      Governance strict =
          new Governance(
              List.of(),
              List.of(),
              Map.of("CreateOrder", "{\"required\":[\"customer\"]}"),
              null,
              null);
      desk.connect(settings(strict, null), createOrder());
      assertThat(make().outcome())
          .isInstanceOfSatisfying(
              RunOutcome.Fatal.class,
              failure -> {
                assertThat(failure.category()).isEqualTo(FailureCategory.MAPPING);
                assertThat(failure.detail()).contains("does not fit").contains("customer");
              });
      assertThat(desk.requests).isEmpty();
    }

    @Test
    void failsForGoodWhenTheMappingThrows() {
      desk.connect(
          settings(Governance.OPEN, null),
          operation("CreateOrder", "POST", "/orders", "$error('no such thing')", null));
      assertThat(make().outcome())
          .isInstanceOfSatisfying(
              RunOutcome.Fatal.class,
              failure -> assertThat(failure.category()).isEqualTo(FailureCategory.MAPPING));
      assertThat(desk.requests).isEmpty();
    }

    @Test
    void triesAgainWhenNobodyCanCallForNow() {
      desk.connect(WITH_CREDENTIAL, createOrder());
      desk.unavailable = new CredentialUnavailable(true, "the token endpoint is away");
      assertThat(make().outcome())
          .isEqualTo(
              new RunOutcome.Retryable(
                  FailureCategory.AUTHENTICATION, "the token endpoint is away", null));
    }

    @Test
    void failsForGoodWhenNobodyCanCall() {
      desk.connect(WITH_CREDENTIAL, createOrder());
      desk.unavailable = new CredentialUnavailable(false, "the credential has no value");
      assertThat(make().outcome())
          .isEqualTo(
              new RunOutcome.Fatal(FailureCategory.AUTHENTICATION, "the credential has no value"));
    }

    @Test
    void tellsWhenTheProviderRefusedTheCredential() {
      desk.connect(WITH_CREDENTIAL, createOrder());
      desk.answer = _ -> answered(401, "");
      assertThat(make().outcome()).isInstanceOf(RunOutcome.Retryable.class);
      assertThat(desk.refused).hasSize(1);
    }
  }

  @Nested
  class AfterACrashTests {

    @Test
    void notesTheCallBeforeItIsMade() {
      desk.connect(settings(Governance.OPEN, null), createOrder());
      make();
      assertThat(desk.sent).containsExactly(new BeginRunAttempt(RUN, 1));
    }

    @Test
    void doesNotRepeatACallThatMayHaveBeenMade() {
      desk.connect(settings(Governance.OPEN, null), createOrder());
      desk.refusal = Reason.ATTEMPT_MAY_HAVE_BEEN_MADE;
      assertThat(make().outcome()).isInstanceOf(RunOutcome.Unknown.class);
      assertThat(desk.requests).isEmpty();
    }

    @Test
    void repeatsACallThatDoesNoHarm() {
      desk.connect(
          settings(Governance.OPEN, null), operation("CreateOrder", "PUT", "/orders", "$", null));
      desk.refusal = Reason.ATTEMPT_MAY_HAVE_BEEN_MADE;
      assertThat(make().outcome()).isInstanceOf(RunOutcome.Succeeded.class);
    }

    /** Else the next attempt would be made as if nothing had been sent. */
    @Test
    void asksForADecisionAlsoWhenNobodyCanCallAnyMore() {
      desk.connect(WITH_CREDENTIAL, createOrder());
      desk.unavailable = new CredentialUnavailable(true, "the token endpoint is away");
      desk.refusal = Reason.ATTEMPT_MAY_HAVE_BEEN_MADE;
      assertThat(make().outcome()).isInstanceOf(RunOutcome.Unknown.class);
    }

    @Test
    void makesNoCallForAnAttemptThatIsOver() {
      desk.connect(settings(Governance.OPEN, null), createOrder());
      desk.refusal = Reason.ATTEMPT_NOT_CURRENT;
      desk.inputs.remember(RUN, INPUT);
      assertThat(desk.make(plan())).isEqualTo(new CallReport.PutOff());
      assertThat(desk.requests).isEmpty();
    }
  }

  @Nested
  class TriggeredTests {

    @Test
    void mapsTheEventToTheInput() {
      CallReport.RunAttempted report =
          triggered(trigger("order*", "{\"number\": event.data.no, \"of\": event.type}"));
      assertThat(report.outcome()).isInstanceOf(RunOutcome.Succeeded.class);
      assertThat(desk.requests.getFirst().body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"number\":4711,\"of\":\"orderCreated\"}");
    }

    @Test
    void sendsTheDataAsItIsWithoutAMapping() {
      triggered(trigger("order*", null));
      assertThat(desk.requests.getFirst().body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"no\":4711,\"contact\":\"c-7\"}");
    }

    @Test
    void failsForGoodWhenTheMappingThrows() {
      CallReport.RunAttempted report = triggered(trigger("order*", "$error('no such thing')"));
      assertMappingFailed(report, "no such thing");
      assertThat(desk.requests).isEmpty();
    }

    @Test
    void fetchesTheEntityFirst() {
      desk.answer = request -> answered(200, request.method().equals("GET") ? ENTITY : "{}");
      CallReport.RunAttempted report = triggered(fetching("{\"name\": entity.name}"));

      assertThat(desk.requests).extracting("method").containsExactly("GET", "POST");
      assertThat(desk.requests.getFirst().url())
          .hasToString("https://erp.example.com/api/contacts/c-7");
      assertThat(desk.requests.getLast().body())
          .asString(StandardCharsets.UTF_8)
          .isEqualTo("{\"name\":\"Ada\"}");
      HttpExchange fetched =
          Objects.requireNonNull(Objects.requireNonNull(report.exchange()).preparedBy());
      assertThat(fetched.url()).endsWith("/contacts/c-7");
    }

    @Test
    void triesAgainWhenTheEntityCannotBeFetchedForNow() {
      desk.answer =
          _ ->
              new CallResult.Failed(
                  FailureCategory.TIMEOUT, "no answer in time", true, SettableClock.NOON, 7);
      CallReport.RunAttempted report = triggered(fetching("entity"));
      assertThat(report.outcome())
          .isInstanceOfSatisfying(
              RunOutcome.Retryable.class,
              failure -> assertThat(failure.category()).isEqualTo(FailureCategory.TIMEOUT));
      assertThat(report.exchange()).isNotNull();
      assertThat(desk.requests).hasSize(1);
    }

    @Test
    void failsForGoodWhenThereIsNoEntity() {
      desk.answer = _ -> answered(404, "");
      assertThat(triggered(fetching("entity")).outcome()).isInstanceOf(RunOutcome.Fatal.class);
    }

    @Test
    void makesNoInputOfHalfAnEntity() {
      desk.answer = _ -> answered(200, Map.of(), ENTITY.substring(0, 9), true);
      CallReport.RunAttempted report = triggered(fetching("entity"));
      assertMappingFailed(report, "64 KiB");
      assertThat(desk.requests).hasSize(1);
    }

    @Test
    void keepsTheFetchWhenTheMappingThrowsAfterIt() {
      desk.answer = _ -> answered(200, ENTITY);
      CallReport.RunAttempted report = triggered(fetching("$error('no such thing')"));
      assertMappingFailed(report, "no such thing");
      assertThat(Objects.requireNonNull(report.exchange()).url()).endsWith("/contacts/c-7");
    }

    @Test
    void fetchesWithNoForbiddenOperation() {
      Governance rules = new Governance(List.of("CreateOrder"), List.of(), Map.of(), null, null);
      CallReport.RunAttempted report = triggered(rules, fetching("entity"));
      assertMappingFailed(report, "does not allow GetContact");
      assertThat(desk.requests).isEmpty();
    }

    private Trigger fetching(String mapping) {
      return new Trigger(
          "order*",
          "CreateOrder",
          mapping,
          "GetContact",
          "{\"id\": event.data.contact}",
          Ordering.FIFO,
          2);
    }

    private CallReport.RunAttempted triggered(Trigger trigger) {
      return triggered(Governance.OPEN, trigger);
    }

    private CallReport.RunAttempted triggered(Governance rules, Trigger trigger) {
      desk.connect(settings(rules, null, trigger), createOrder(), getContact());
      desk.sourceEvents.remember(
          accepted("orderCreated", "{\"no\":4711,\"contact\":\"c-7\"}"), MetaData.emptyInstance());
      RunOrigin origin = new RunOrigin(EVENT, ORDER_CREATED, trigger);
      return (CallReport.RunAttempted) desk.make(plan(Ordering.FIFO, "CreateOrder", origin));
    }

    private void assertMappingFailed(CallReport.RunAttempted report, String detail) {
      assertThat(report.outcome())
          .isInstanceOfSatisfying(
              RunOutcome.Fatal.class,
              failure -> {
                assertThat(failure.category()).isEqualTo(FailureCategory.MAPPING);
                assertThat(failure.detail()).contains(detail);
              });
    }
  }

  private CallReport.RunAttempted make() {
    return make(INPUT);
  }

  private CallReport.RunAttempted make(String input) {
    desk.inputs.remember(RUN, input);
    return (CallReport.RunAttempted) desk.make(plan());
  }
}
