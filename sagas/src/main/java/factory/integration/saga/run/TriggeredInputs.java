package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.mapping.MappingFailed.Kind;
import factory.integration.api.run.RunOrigin;
import factory.integration.api.run.RunOutcome;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.sourceevent.SourceEvents;
import java.util.Objects;
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
    try {
      return trigger.fetchOperation() == null
          ? new Input(mapped(trigger, event, "{" + scope(event) + "}"), null, null)
          : fetched(fetch(target, trigger, event, key, traceparent), trigger, event);
    } catch (MappingFailed e) {
      return new Input(null, RunVerdict.of(e), null);
    } catch (CredentialUnavailable e) {
      return new Input(null, RunVerdict.of(e), null);
    }
  }

  private record Fetched(ApiOperation operation, ProviderCall.Made made) {}

  private Fetched fetch(
      RunTarget target, Trigger trigger, EventAccepted event, String key, String traceparent) {
    ApiOperation operation = fetchOperation(target, trigger);
    String wanted =
        trigger.fetchMapping() == null
            ? event.data()
            : mapping.apply(trigger.fetchMapping(), "{" + scope(event) + "}");
    ProviderCall.Wish wish =
        new ProviderCall.Wish(target, operation, wanted, key + "-fetch", traceparent, null);
    return new Fetched(operation, calls.make(wish, calls.compose(wish)));
  }

  private Input fetched(Fetched fetched, Trigger trigger, EventAccepted event) {
    ProviderCall.Made made = fetched.made();
    if (!(made.outcome() instanceof RunOutcome.Succeeded)) {
      return new Input(null, harmless(made.outcome()), made.exchange());
    }
    if (made.exchange().responseTruncated()) {
      return new Input(null, RunVerdict.of(tooLarge()), made.exchange());
    }
    try {
      String entity = answers.result(fetched.operation(), made.body());
      String input = mapped(trigger, event, "{" + scope(event) + ",\"entity\":" + entity + "}");
      return new Input(input, null, made.exchange());
    } catch (MappingFailed e) {
      return new Input(null, RunVerdict.of(e), made.exchange());
    }
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

  private static ApiOperation fetchOperation(RunTarget target, Trigger trigger) {
    String name = Objects.requireNonNull(trigger.fetchOperation());
    if (!target.connection().governance().allows(name)) {
      throw new MappingFailed(
          Kind.FAILED,
          "the connection does not allow " + name + ", which the trigger fetches with");
    }
    return target
        .operation(name)
        .orElseThrow(
            () ->
                new MappingFailed(
                    Kind.FAILED, "the API client has no operation " + name + " to fetch with"));
  }

  private static MappingFailed tooLarge() {
    return new MappingFailed(
        Kind.TOO_LARGE, "the fetched entity is larger than what is read of an answer, 64 KiB");
  }
}
