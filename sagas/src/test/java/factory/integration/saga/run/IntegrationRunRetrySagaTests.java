package factory.integration.saga.run;

import static factory.integration.saga.SettableClock.NOON;
import static factory.integration.saga.run.RunFixture.ASKER;
import static factory.integration.saga.run.RunFixture.CONNECTION;
import static factory.integration.saga.run.RunFixture.INPUT;
import static factory.integration.saga.run.RunFixture.RUN;
import static factory.integration.saga.run.RunFixture.failed;
import static factory.integration.saga.run.RunFixture.plan;
import static factory.integration.saga.run.RunFixture.started;
import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.ProbeFailure;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.DeliveryPlan;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.RetryPolicies;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FailureSource;
import factory.integration.api.failure.IntegrationFailed;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunCompleted;
import factory.integration.api.run.IntegrationRunHeld;
import factory.integration.api.run.IntegrationRunRetried;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RetryTrigger;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunFailure;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.subscription.Ordering;
import factory.integration.saga.connection.ConnectionFixture;
import factory.integration.saga.routing.SubscriptionFixture;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.config.Configurer;
import org.axonframework.config.DefaultConfigurer;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.deadline.DeadlineMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventBus;
import org.axonframework.messaging.ScopeDescriptor;
import org.axonframework.modelling.saga.repository.SagaStore;
import org.axonframework.modelling.saga.repository.inmemory.InMemorySagaStore;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.test.deadline.ScheduledDeadlineInfo;
import org.axonframework.test.deadline.StubDeadlineManager;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The saga in a configuration of Axon, registered as the platform does it. */
class IntegrationRunRetrySagaTests {

  private static final RunId OTHER = RunId.of("01jxd3v9k2000000000000000b");
  private static final Duration PAUSE = Duration.ofMinutes(60);
  private static final Instant NEXT = NOON.plus(PAUSE);

  private final StubDeadlineManager deadlines = new StubDeadlineManager(NOON);
  private final InMemorySagaStore sagas = new InMemorySagaStore();
  private final List<Object> commands = new ArrayList<>();
  private final Configuration axon = configuration();
  private boolean ended;

  @BeforeEach
  void start() {
    axon.start();
    axon.commandBus().subscribe(RetryIntegrationRun.class.getName(), this::take);
    axon.commandBus().subscribe(CancelIntegrationRun.class.getName(), this::take);
  }

  @AfterEach
  void shutDown() {
    axon.shutdown();
  }

  @Nested
  class FailedAttemptTests {

    @Test
    void asksForTheNextAttemptWhenItIsDue() {
      give(failed(1, NEXT));
      assertThat(scheduled()).containsExactly(NEXT);

      advance(PAUSE.minusNanos(1));
      assertThat(commands).isEmpty();
      advance(Duration.ofNanos(1));
      assertThat(commands).containsExactly(RetryIntegrationRun.automatic(RUN, 2));
      assertThat(sagas.size()).as("the saga has ended").isZero();
    }

    @Test
    void startsAnewAfterEachFailure() {
      give(failed(1, NEXT));
      advance(PAUSE);
      give(retried(2, RetryTrigger.AUTOMATIC));
      give(failed(2, NEXT.plus(PAUSE)));
      advance(PAUSE);
      assertThat(commands)
          .containsExactly(
              RetryIntegrationRun.automatic(RUN, 2), RetryIntegrationRun.automatic(RUN, 3));
    }

    @Test
    void waitsForNothingAfterTheLastAttempt() {
      give(failed(5, null));
      assertNothingWaits();
    }

    @Test
    void waitsForNothingWhenNobodyKnowsTheOutcome() {
      give(
          IntegrationFailed.ofRun(
              new RunFailure(RUN, plan(), 1, true, null, null),
              FailureCategory.UNKNOWN_OUTCOME,
              FailureReason.OUTCOME_UNKNOWN,
              "the platform stopped"));
      assertNothingWaits();
    }

    @Test
    void endsOnceRetriesAreForbidden() {
      give(failed(1, NEXT));
      give(failed(1, null));
      assertNothingWaits();
    }

    /** An event comes again when its batch was not committed; its deadline may be there already. */
    @Test
    void schedulesOnceForAnEventThatComesTwice() {
      give(failed(1, NEXT));
      give(failed(1, NEXT));
      assertThat(scheduled()).containsExactly(NEXT);
    }

    @Test
    void leavesTheAttemptToWhoeverAskedForItBefore() {
      give(failed(1, NEXT));
      give(retried(2, RetryTrigger.MANUAL));
      assertNothingWaits();
      advance(PAUSE);
      assertThat(commands).as("one call, asked for by hand").isEmpty();
    }

    @Test
    void forgetsARunThatSucceededByHand() {
      give(failed(1, NEXT));
      give(retried(2, RetryTrigger.MANUAL));
      give(new IntegrationRunCompleted(RUN, plan(), 2, null, null, null, null));
      assertNothingWaits();
    }

    @Test
    void asksForNothingOnceTheRunIsCancelled() {
      give(failed(1, NEXT));
      give(RunFixture.failed(OTHER, Ordering.NONE, 1, NEXT));
      give(new IntegrationRunCancelled(RUN, 1, RunCancellation.FORCE_STOPPED));
      assertThat(scheduled()).containsExactly(NEXT);

      advance(PAUSE);
      assertThat(commands).containsExactly(RetryIntegrationRun.automatic(OTHER, 2));
    }
  }

  @Nested
  class HeldRunTests {

    @Test
    void startsWhenTheQuietHoursEnd() {
      give(held(RunHold.QUIET_HOURS, NEXT));
      advance(PAUSE.minusNanos(1));
      assertThat(commands).isEmpty();
      advance(Duration.ofNanos(1));
      assertThat(commands).containsExactly(RetryIntegrationRun.automatic(RUN, 1));
      assertThat(sagas.size()).isZero();
    }

    @Test
    void schedulesOnceForAnEventThatComesTwice() {
      give(held(RunHold.QUIET_HOURS, NEXT));
      give(held(RunHold.QUIET_HOURS, NEXT));
      assertThat(scheduled()).containsExactly(NEXT);
    }

    @Test
    void waitsForTheSecondPersonHoweverLong() {
      give(held(RunHold.APPROVAL, null));
      advance(Duration.ofDays(400));
      assertThat(commands).isEmpty();
      assertThat(sagas.size()).isOne();
    }

    @Test
    void endsWhenTheApprovedRunStartsAtOnce() {
      give(held(RunHold.APPROVAL, null));
      give(new IntegrationRunApproved(RUN, "key-second", "wanted", null));
      give(started(RUN, Ordering.NONE));
      assertNothingWaits();
    }

    @Test
    void startsAnApprovedRunAfterTheQuietHours() {
      give(held(RunHold.APPROVAL, null));
      give(new IntegrationRunApproved(RUN, "key-second", "wanted", NEXT));
      give(new IntegrationRunApproved(RUN, "key-second", "wanted", NEXT));
      assertThat(scheduled()).containsExactly(NEXT);
      advance(PAUSE);
      assertThat(commands).containsExactly(RetryIntegrationRun.automatic(RUN, 1));
    }

    @Test
    void endsWhenTheApprovalIsDenied() {
      give(held(RunHold.APPROVAL, null));
      give(new IntegrationRunCancelled(RUN, 0, RunCancellation.REJECTED));
      assertNothingWaits();
    }
  }

  @Nested
  class RetiredConnectionTests {

    @Test
    void endsEveryRunThatWaits() {
      give(failed(1, NEXT));
      give(new IntegrationRunHeld(OTHER, plan(), INPUT, RunHold.APPROVAL, ASKER, null));
      give(retired());
      assertThat(commands)
          .containsExactlyInAnyOrder(
              new CancelIntegrationRun(RUN, RunCancellation.CONNECTION_RETIRED),
              new CancelIntegrationRun(OTHER, RunCancellation.CONNECTION_RETIRED));
      assertNothingWaits();
    }

    @Test
    void leavesRunsOfOtherConnectionsAlone() {
      give(failed(1, NEXT));
      give(
          new IntegrationConnectionRetired(
              ConnectionFixture.id("crm"), ConnectionFixture.PROVIDER, "ended"));
      assertThat(commands).isEmpty();
      assertThat(scheduled()).containsExactly(NEXT);
    }

    @Test
    void acceptsThatARunHasEndedMeanwhile() {
      give(failed(1, NEXT));
      ended = true;
      give(retired());
      assertNothingWaits();
    }

    /** What is under way ends with its own outcome. */
    @Test
    void leavesAnAttemptAloneThatSomebodyAskedFor() {
      give(failed(1, NEXT));
      give(retried(2, RetryTrigger.MANUAL));
      give(retired());
      assertThat(commands).isEmpty();
    }
  }

  @Nested
  class OtherFailuresTests {

    @Test
    void areNoneOfItsBusiness() {
      give(
          new IntegrationFailed(
              FailureId.of("1"),
              FailureSource.DELIVERY,
              DeliveryId.of("01jxd3v9k2"),
              new DeliveryPlan(
                  RunFixture.EVENT,
                  RunFixture.ORDER_CREATED,
                  SubscriptionFixture.id("a"),
                  null,
                  null,
                  Ordering.NONE,
                  null,
                  RetryPolicies.STANDARD),
              8,
              FailureCategory.SERVER_ERROR,
              FailureReason.RETRIES_EXHAUSTED,
              "the endpoint answered 503"));
      give(
          IntegrationFailed.ofProbe(
              FailureId.of("2"),
              new ProbeFailure(CONNECTION, ConnectionFixture.PROVIDER),
              FailureCategory.SERVER_ERROR,
              "the provider answered 503"));
      give(
          IntegrationFailed.ofRotation(
              FailureId.of("3"),
              1,
              FailureCategory.AUTHENTICATION,
              FailureReason.CREDENTIAL_REFUSED,
              "the provider answered 401",
              new IntegrationFailed.FailedRotation(new CredentialId("cred-01jxk3v7a8"), 2, NEXT)));
      assertNothingWaits();
    }
  }

  private void assertNothingWaits() {
    assertThat(scheduled()).isEmpty();
    assertThat(sagas.size()).isZero();
  }

  private @Nullable Object take(CommandMessage<?> command) {
    if (ended) {
      throw new CommandRejected(Reason.RUN_ENDED);
    }
    commands.add(command.getPayload());
    return null;
  }

  private void give(Object event) {
    axon.eventBus().publish(GenericEventMessage.asEventMessage(event));
  }

  private List<Instant> scheduled() {
    return deadlines.getScheduledDeadlines().stream()
        .map(ScheduledDeadlineInfo::getScheduleTime)
        .toList();
  }

  private void advance(Duration duration) {
    deadlines.advanceTimeBy(duration, this::deliver);
  }

  private void deliver(ScopeDescriptor scope, DeadlineMessage<?> deadline) throws Exception {
    for (var target :
        new ConfigurationScopeAwareProvider(axon).provideScopeAwareStream(scope).toList()) {
      if (target.canResolve(scope)) {
        target.send(deadline, scope);
      }
    }
  }

  private Configuration configuration() {
    Configurer configurer = DefaultConfigurer.defaultConfiguration();
    configurer.configureSerializer(_ -> Jackson3Serializer.builder().build());
    configurer.configureEventBus(_ -> SimpleEventBus.builder().build());
    configurer.registerComponent(SagaStore.class, _ -> sagas);
    configurer.registerComponent(DeadlineManager.class, _ -> deadlines);
    configurer.eventProcessing().usingSubscribingEventProcessors();
    configurer
        .eventProcessing()
        .registerDefaultListenerInvocationErrorHandler(_ -> PropagatingErrorHandler.INSTANCE);
    configurer.eventProcessing().registerDefaultErrorHandler(_ -> PropagatingErrorHandler.INSTANCE);
    new RunRetryConfiguration().integrationRunRetrySaga().configureModule(configurer);
    return configurer.buildConfiguration();
  }

  private static IntegrationFailed failed(int attempt, @Nullable Instant next) {
    return RunFixture.failed(RUN, Ordering.NONE, attempt, next);
  }

  private static IntegrationRunRetried retried(int attempt, RetryTrigger trigger) {
    return new IntegrationRunRetried(RUN, plan(), attempt, trigger);
  }

  private static IntegrationRunHeld held(RunHold hold, @Nullable Instant until) {
    return new IntegrationRunHeld(RUN, plan(), INPUT, hold, ASKER, until);
  }

  private static IntegrationConnectionRetired retired() {
    return new IntegrationConnectionRetired(CONNECTION, ConnectionFixture.PROVIDER, "ended");
  }
}
