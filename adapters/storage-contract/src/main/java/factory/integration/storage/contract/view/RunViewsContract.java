package factory.integration.storage.contract.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import factory.integration.api.failure.FailureReason;
import factory.integration.api.failure.FindDeadLetters;
import factory.integration.api.integrationevent.CommunicationLogView;
import factory.integration.api.integrationevent.DeliveryStatus;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.GetIntegrationEvent;
import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventStatus;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.FindRuns;
import factory.integration.api.run.GetRun;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunStatus;
import factory.integration.api.run.RunView;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From events of runs to answers, on one engine. */
public abstract class RunViewsContract {

  private static final TenantId ACME = new TenantId(QuerySide.TENANT);
  private static final TenantId OTHER = new TenantId("other");

  private QuerySide querySide;

  protected abstract ReadModels readModels();

  @BeforeEach
  void tellTheStory() {
    querySide = new QuerySide(readModels());
    querySide.publish(StoryOfRuns.events());
    querySide.replay(1);
  }

  @AfterEach
  void close() {
    querySide.close();
  }

  @Test
  void showsEachAttemptAsAnIntegrationEvent() {
    assertThat(attempts(ACME).items())
        .extracting("id.value", "status", "deliveryStatus", "deadLetterReason")
        .containsExactly(
            tuple("run-4-1", IntegrationEventStatus.CANCELLED, DeliveryStatus.DISCARDED, null),
            tuple("run-3-2", IntegrationEventStatus.CANCELLED, DeliveryStatus.CANCELLED, null),
            tuple(
                "run-3-1",
                IntegrationEventStatus.FAILED,
                DeliveryStatus.CANCELLED,
                FailureReason.RETRIES_FORBIDDEN),
            tuple("run-2-1", IntegrationEventStatus.SUCCESS, DeliveryStatus.SUCCESS, null),
            tuple("run-1-2", IntegrationEventStatus.SUCCESS, DeliveryStatus.SUCCESS, null),
            tuple("run-1-1", IntegrationEventStatus.FAILED, DeliveryStatus.SUCCESS, null));
  }

  @Test
  void showsTheCallsBehindAnAttempt() {
    IntegrationEventView view = attempt(ACME, StoryOfRuns.COMPLETED, 2).orElseThrow();
    assertThat(view.integrationId()).isEqualTo(StoryOfRuns.CONNECTION.value());
    assertThat(view.eventType().value()).isEqualTo("CreateIssue");
    assertThat(view.resubmittedFromEventId())
        .isEqualTo(IntegrationEventId.of(StoryOfRuns.COMPLETED, 1));
    assertThat(view.communicationLogs())
        .extracting(CommunicationLogView::method, CommunicationLogView::requestBody)
        .containsExactly(tuple("GET", null), tuple("POST", "{\"title\": \"A bug\"}"));
  }

  @Test
  void leavesTheCallInPlaceThatSomebodyLookedInto() {
    IntegrationEventView view = attempt(ACME, StoryOfRuns.RESOLVED, 1).orElseThrow();
    assertThat(view.completedAt()).isEqualTo(Times.NOON.plusMillis(12));
    assertThat(view.communicationLogs()).hasSize(2);
  }

  @Test
  void tellsOfOneAttemptWhatWasDecidedAboutItsRun() {
    IntegrationEventView stopped = attempt(ACME, StoryOfRuns.STOPPED, 2).orElseThrow();
    assertThat(stopped.resubmitEnabled()).isFalse();
    assertThat(stopped.forceStop()).isTrue();
    IntegrationEventView completed = attempt(ACME, StoryOfRuns.COMPLETED, 2).orElseThrow();
    assertThat(completed.resubmitEnabled()).isTrue();
    assertThat(completed.forceStop()).isFalse();
  }

  @Test
  void listsTheRunsOfAConnectionPageByPage() {
    Page<?> first = runs(ACME, 3, null);
    Page<?> second = runs(ACME, 3, first.nextCursor());
    assertThat(Stream.concat(first.items().stream(), second.items().stream()))
        .extracting("runId", "status")
        .containsExactly(
            tuple(StoryOfRuns.REFUSED, RunStatus.REFUSED),
            tuple(StoryOfRuns.STOPPED, RunStatus.CANCELLED),
            tuple(StoryOfRuns.RESOLVED, RunStatus.COMPLETED),
            tuple(StoryOfRuns.COMPLETED, RunStatus.COMPLETED));
    assertThat(second.nextCursor()).isNull();
  }

  @Test
  void answersTheSameWhateverIsHandledAgain() {
    List<Object> once = answers(ACME);
    querySide.replay(1);
    assertThat(answers(ACME)).isEqualTo(once);
    querySide.reset();
    querySide.replay(2);
    assertThat(answers(ACME)).isEqualTo(once);
  }

  @Test
  void answersNothingToAnotherTenant() {
    assertThat(answers(OTHER))
        .allMatch(
            answer ->
                answer.equals(Optional.empty()) || answer.equals(new Page<>(List.of(), null)));
  }

  private List<Object> answers(TenantId tenant) {
    return List.of(
        attempts(tenant),
        attempt(tenant, StoryOfRuns.COMPLETED, 1),
        attempt(tenant, StoryOfRuns.RESOLVED, 1),
        runs(tenant, 50, null),
        querySide.one(new GetRun(tenant, StoryOfRuns.COMPLETED), RunView.class),
        page(new FindDeadLetters(tenant, null, null, null, null, 50, null)));
  }

  private Page<?> attempts(TenantId tenant) {
    return page(
        new FindIntegrationEvents(
            tenant,
            StoryOfRuns.CONNECTION.value(),
            null,
            null,
            null,
            null,
            false,
            null,
            null,
            null,
            50,
            null));
  }

  private Optional<IntegrationEventView> attempt(TenantId tenant, RunId run, int attempt) {
    IntegrationEventId id = IntegrationEventId.of(run, attempt);
    return querySide.one(new GetIntegrationEvent(tenant, id), IntegrationEventView.class);
  }

  private Page<?> runs(TenantId tenant, int limit, @Nullable String cursor) {
    return page(new FindRuns(tenant, StoryOfRuns.CONNECTION, limit, cursor));
  }

  private Page<?> page(Object query) {
    return querySide.answer(query, Page.class);
  }
}
