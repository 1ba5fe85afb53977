package factory.integration.query.run;

import static factory.integration.query.Feed.NOON;
import static factory.integration.query.RunSamples.ASKER;
import static factory.integration.query.RunSamples.CONNECTION;
import static factory.integration.query.RunSamples.INPUT;
import static factory.integration.query.RunSamples.RUN;
import static factory.integration.query.RunSamples.completed;
import static factory.integration.query.RunSamples.failed;
import static factory.integration.query.RunSamples.gaveUp;
import static factory.integration.query.RunSamples.held;
import static factory.integration.query.RunSamples.plan;
import static factory.integration.query.RunSamples.resolved;
import static factory.integration.query.RunSamples.retried;
import static factory.integration.query.RunSamples.started;
import static factory.integration.query.RunSamples.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.FindRuns;
import factory.integration.api.run.GetRun;
import factory.integration.api.run.IntegrationRunApproved;
import factory.integration.api.run.IntegrationRunAttemptBegan;
import factory.integration.api.run.IntegrationRunCancelled;
import factory.integration.api.run.IntegrationRunRefused;
import factory.integration.api.run.IntegrationRunResubmissionChanged;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunHold;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunStatus;
import factory.integration.api.run.RunView;
import factory.integration.query.Feed;
import factory.integration.query.integrationevent.InMemoryAttempts;
import factory.integration.query.integrationevent.RunSwitches;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.inmemory.InMemoryEventStorageEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunQueryHandlerTests {

  private static final TenantId TENANT = new TenantId(Feed.TENANT);

  private final EmbeddedEventStore eventStore =
      EmbeddedEventStore.builder().storageEngine(new InMemoryEventStorageEngine()).build();
  private final RunStories stories = new RunStories(eventStore);
  private final InMemoryAttempts attempts = new InMemoryAttempts();
  private final RunQueryHandler handler = new RunQueryHandler(stories, attempts);
  private final RunSwitches switches = new RunViewConfiguration().runSwitches(stories);

  @AfterEach
  void close() {
    eventStore.shutDown();
  }

  @Test
  void tellsOfARunThatSucceedsAtItsSecondAttempt() {
    store(
        started(),
        new IntegrationRunAttemptBegan(RUN, 1),
        failed(1, NOON.plusSeconds(25)),
        retried(2),
        completed(2));
    assertThat(run())
        .isEqualTo(
            new RunView(
                RUN,
                CONNECTION,
                plan().providerId(),
                plan().apiClientId(),
                "CreateIssue",
                null,
                RunStatus.COMPLETED,
                2,
                INPUT,
                "Issue#7",
                "{\"number\":7}",
                null,
                null,
                true,
                null,
                ASKER,
                null,
                null,
                NOON,
                NOON.plusSeconds(4)));
  }

  @Test
  void tellsOfARunThatWaitsForItsRetry() {
    store(started(), failed(1, NOON.plusSeconds(25)));
    assertThat(run().status()).isEqualTo(RunStatus.WAITING_FOR_RETRY);
    assertThat(run().nextAttemptAt()).isEqualTo(NOON.plusSeconds(25));
    assertThat(run().failureCategory()).isEqualTo(FailureCategory.SERVER_ERROR);
    assertThat(run().detail()).isEqualTo("the provider answered 503");
    store(2, retried(2));
    assertThat(run().status()).isEqualTo(RunStatus.RUNNING);
    assertThat(run().nextAttemptAt()).isNull();
    store(3, gaveUp(2, null));
    assertThat(run().status()).isEqualTo(RunStatus.FAILED);
  }

  @Test
  void tellsOfAnApproval() {
    store(held(RunHold.APPROVAL, null));
    assertThat(run().status()).isEqualTo(RunStatus.WAITING_FOR_APPROVAL);
    assertThat(run().attempts()).isZero();
    store(1, new IntegrationRunApproved(RUN, "key-2", "checked", NOON.plusSeconds(60)));
    assertThat(run().status()).isEqualTo(RunStatus.DEFERRED);
    assertThat(run().approvedBy()).isEqualTo("key-2");
    assertThat(run().approvalReason()).isEqualTo("checked");
    assertThat(run().nextAttemptAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void tellsOfQuietHours() {
    store(held(RunHold.QUIET_HOURS, NOON.plusSeconds(60)));
    assertThat(run().status()).isEqualTo(RunStatus.DEFERRED);
    assertThat(run().nextAttemptAt()).isEqualTo(NOON.plusSeconds(60));
  }

  @Test
  void tellsOfARefusal() {
    store(new IntegrationRunRefused(RUN, plan(), INPUT, ASKER, "not allowed"));
    assertThat(run().status()).isEqualTo(RunStatus.REFUSED);
    assertThat(run().detail()).isEqualTo("not allowed");
  }

  @Test
  void tellsOfAnUnknownOutcomeUntilSomebodyHasFoundOut() {
    store(started(), unknown(1));
    assertThat(run().status()).isEqualTo(RunStatus.UNKNOWN);
    store(2, resolved(1));
    assertThat(run().status()).isEqualTo(RunStatus.COMPLETED);
    assertThat(run().detail()).isEqualTo("seen at the provider");
    assertThat(run().failureCategory()).isNull();
  }

  @Test
  void tellsWhatPeopleDecidedAboutFurtherAttempts() {
    store(started(), new IntegrationRunResubmissionChanged(RUN, false));
    assertThat(run().resubmitEnabled()).isFalse();
    assertThat(switches.of(TENANT, RUN)).isEqualTo(new RunSwitches.Position(false, false));
    store(2, new IntegrationRunCancelled(RUN, 1, RunCancellation.FORCE_STOPPED, null));
    assertThat(run().status()).isEqualTo(RunStatus.CANCELLED);
    assertThat(run().detail()).isEqualTo("all its attempts were stopped");
    assertThat(switches.of(TENANT, RUN)).isEqualTo(new RunSwitches.Position(false, true));
  }

  @Test
  void knowsNoRunOfAnotherTenantAndNoOtherRun() {
    store(started());
    assertThat(handler.handle(new GetRun(TenantId.DEFAULT, RUN))).isEmpty();
    assertThat(handler.handle(new GetRun(TENANT, RunId.of("2")))).isEmpty();
    assertThat(switches.of(TenantId.DEFAULT, RUN)).isEqualTo(RunSwitches.UNTOUCHED);
  }

  @Test
  void findsTheRunsOfAConnectionByTheirLatestAttempts() {
    store(started());
    attempts.found(1, RunId.of("gone"), plan());
    attempts.found(2, RUN, plan());
    Page<?> page = handler.handle(new FindRuns(TENANT, CONNECTION, 50, null));
    assertThat(page.items()).isEqualTo(List.of(run()));
    assertThat(attempts.lastQuery().integrationId()).isEqualTo(CONNECTION.value());
    assertThat(attempts.lastQuery().currentOnly()).isTrue();
  }

  @Test
  void refusesCursorsOfOtherLists() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> handler.handle(new FindRuns(TENANT, CONNECTION, 50, "c")))
        .withMessageContaining("cursor");
  }

  private RunView run() {
    return handler.handle(new GetRun(TENANT, RUN)).orElseThrow();
  }

  private void store(Object... events) {
    for (int sequence = 0; sequence < events.length; sequence++) {
      store(sequence, events[sequence]);
    }
  }

  private void store(int sequence, Object event) {
    eventStore.publish(
        new GenericDomainEventMessage<>(
            "IntegrationRun",
            RUN.value(),
            sequence,
            event,
            Map.of(ContextKeys.TENANT_ID, Feed.TENANT),
            "message-" + sequence,
            NOON.plusSeconds(sequence)));
  }
}
