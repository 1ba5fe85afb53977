package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.sourceevent.SourceEvents;
import org.jspecify.annotations.Nullable;

/** Makes the input of a run out of the event that asked for it, and of the entity as it is now. */
final class TriggeredInputs {

  private final SourceEvents sourceEvents;
  private final JsonMapping mapping;
  private final AnswerReader answers;
  private final ProviderCall calls;

  TriggeredInputs(
      SourceEvents sourceEvents, JsonMapping mapping, AnswerReader answers, ProviderCall calls) {
    this.sourceEvents = sourceEvents;
    this.mapping = mapping;
    this.answers = answers;
    this.calls = calls;
  }

  /**
   * The input, or why there is none.
   *
   * @param input JSON; absent when the entity could not be fetched
   * @param failure what that means for the attempt; absent when there is an input
   * @param fetched the call that fetched the entity, if there was one
   */
  record Input(
      @Nullable String input, @Nullable RunOutcome failure, @Nullable HttpExchange fetched) {}

  Input make(RunTarget target, RunOrigin origin, String key, String traceparent) {
    Trigger trigger = origin.trigger();
    EventAccepted event = sourceEvents.get(origin.eventId()).event();
    String scope = scope(event);
    String fetchOperation = trigger.fetchOperation();
    if (fetchOperation == null) {
      return new Input(mapped(trigger, event, "{" + scope + "}"), null, null);
    }
    ApiOperation operation =
        target.operation(fetchOperation).orElseThrow(() -> noSuchOperation(fetchOperation));
    String wanted =
        trigger.fetchMapping() == null
            ? event.data()
            : mapping.apply(trigger.fetchMapping(), "{" + scope + "}");
    ProviderCall.Wish wish =
        new ProviderCall.Wish(target, operation, wanted, key + "-fetch", traceparent, null);
    ProviderCall.Made made = calls.make(wish, calls.compose(wish));
    if (!(made.outcome() instanceof RunOutcome.Succeeded)) {
      return new Input(null, harmless(made.outcome()), made.exchange());
    }
    String entity = answers.result(operation, made.body());
    String input = mapped(trigger, event, "{" + scope + ",\"entity\":" + entity + "}");
    return new Input(input, null, made.exchange());
  }

  private String mapped(Trigger trigger, EventAccepted event, String scope) {
    return trigger.mapping() == null ? event.data() : mapping.apply(trigger.mapping(), scope);
  }

  /** Text is joined, so that the event's data stays as it was published. */
  private static String scope(EventAccepted event) {
    return "\"event\":{\"id\":\""
        + event.eventId()
        + "\",\"type\":\""
        + event.eventType()
        + "\",\"occurredAt\":\""
        + event.occurredAt()
        + "\",\"data\":"
        + event.data()
        + "}";
  }

  /** Whatever became of it, fetching once more does no harm. */
  private static RunOutcome harmless(RunOutcome outcome) {
    return outcome instanceof RunOutcome.Unknown(String detail)
        ? new RunOutcome.Retryable(FailureCategory.CONNECTION, detail, null)
        : outcome;
  }

  private static MappingFailed noSuchOperation(String name) {
    return new MappingFailed(
        MappingFailed.Kind.FAILED, "the API client has no operation " + name + " to fetch with");
  }
}
