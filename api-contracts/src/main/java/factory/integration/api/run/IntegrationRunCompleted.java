package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.PublishedEvent;
import factory.integration.api.messaging.Topic;
import factory.integration.api.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * The provider did what a run asked for.
 *
 * @param attempts how many it took
 * @param externalRef by which the provider knows the result
 * @param result JSON
 * @param exchange the call; absent where somebody said that it had succeeded
 * @param resolution how that somebody found out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IntegrationRunCompleted(
    RunId runId,
    RunPlan plan,
    int attempts,
    @Nullable String externalRef,
    @Nullable String result,
    @Nullable HttpExchange exchange,
    @Nullable String resolution)
    implements RunEvent, PublishedEvent {

  private static final String SUCCESS = "Success";

  @Override
  public Topic topic() {
    return Topic.RUNS;
  }

  @Override
  public String groupId() {
    return runId.value();
  }

  @Override
  public Object publishedPayload() {
    return new Published(
        runId,
        plan.connectionId(),
        plan.providerId(),
        plan.operation(),
        attempts,
        SUCCESS,
        externalRef);
  }

  /** What consumers of {@code factory.integration.runs} see. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Published(
      RunId runId,
      ConnectionId connectionId,
      ProviderId providerId,
      String operation,
      int attempts,
      String outcome,
      @Nullable String externalRef) {}
}
