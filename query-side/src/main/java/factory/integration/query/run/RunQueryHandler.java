package factory.integration.query.run;

import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.messaging.Page;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.FindRuns;
import factory.integration.api.run.GetRun;
import factory.integration.api.run.RunId;
import factory.integration.api.run.RunView;
import factory.integration.query.Cursors;
import factory.integration.query.Slice;
import factory.integration.query.integrationevent.IntegrationEventDocument;
import factory.integration.query.integrationevent.IntegrationEventStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.queryhandling.QueryHandler;

/** Answers what became of runs. */
final class RunQueryHandler {

  private static final Cursors CURSORS = new Cursors('r');

  private final RunStories stories;
  private final IntegrationEventStore attempts;

  RunQueryHandler(RunStories stories, IntegrationEventStore attempts) {
    this.stories = stories;
    this.attempts = attempts;
  }

  @QueryHandler
  Optional<RunView> handle(GetRun query) {
    return stories.find(query.tenant(), query.runId()).map(RunStory::view);
  }

  /**
   * Finds the runs by their latest attempts; so the newest attempt comes first. Answers a raw page,
   * since Axon matches query handlers by the class they answer alone.
   */
  @QueryHandler
  @SuppressWarnings("rawtypes")
  Page handle(FindRuns query) {
    Slice<IntegrationEventDocument> found =
        attempts.find(latestOf(query), null, CURSORS.request(query.limit(), query.cursor()));
    List<RunView> views = found.items().stream().flatMap(this::run).toList();
    return CURSORS.page(new Slice<>(views, found.end()), view -> view);
  }

  private Stream<RunView> run(IntegrationEventDocument attempt) {
    return attempt.workId() instanceof RunId id
        ? stories.find(new TenantId(attempt.tenant()), id).map(RunStory::view).stream()
        : Stream.empty();
  }

  private static FindIntegrationEvents latestOf(FindRuns query) {
    return new FindIntegrationEvents(
        query.tenant(),
        query.connectionId().value(),
        null,
        null,
        null,
        null,
        true,
        null,
        null,
        null,
        query.limit(),
        null);
  }
}
