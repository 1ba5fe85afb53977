package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.delivery.CallOutcome;
import factory.integration.api.delivery.FailureCategory;
import factory.integration.api.mapping.MappingFailed;
import factory.integration.api.run.RunOutcome;
import factory.integration.saga.credential.CredentialUnavailable;
import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.CallVerdict;
import factory.integration.saga.operation.AnswerReader;
import org.jspecify.annotations.Nullable;

/** What the call of an operation means for its run. */
final class RunVerdict {

  /** A token that was revoked, or a credential that is being rotated: it may pass. */
  private static final int UNAUTHORIZED = 401;

  private static final int LONGEST_RESULT = 65_536;

  private final AnswerReader answers;

  RunVerdict(AnswerReader answers) {
    this.answers = answers;
  }

  RunOutcome of(ApiOperation operation, CallResult result) {
    return switch (result) {
      case CallResult.Answered answer -> answered(operation, answer);
      case CallResult.Failed failure -> failed(operation, failure);
    };
  }

  /** What it means that no request could be made of an input. */
  static RunOutcome of(MappingFailed failure) {
    return new RunOutcome.Fatal(FailureCategory.MAPPING, String.valueOf(failure.getMessage()));
  }

  /** What it means that nobody could call. */
  static RunOutcome of(CredentialUnavailable failure) {
    return failure.isRetriable()
        ? new RunOutcome.Retryable(FailureCategory.AUTHENTICATION, failure.sentence(), null)
        : new RunOutcome.Fatal(FailureCategory.AUTHENTICATION, failure.sentence());
  }

  private RunOutcome answered(ApiOperation operation, CallResult.Answered answer) {
    String body = ProviderExchange.text(answer);
    AnswerReader.ReadAnswer read = answers.read(operation, answer.status(), body);
    if (read.success()) {
      return new RunOutcome.Succeeded(read.externalRef(), result(operation, body));
    }
    if (operation.succeedsWith(answer.status())) {
      return new RunOutcome.Fatal(FailureCategory.CLIENT_ERROR, read.detail());
    }
    return read.retriable() || answer.status() == UNAUTHORIZED
        ? new RunOutcome.Retryable(
            category(answer), read.detail(), CallVerdict.retryAfterSeconds(answer))
        : new RunOutcome.Fatal(category(answer), read.detail());
  }

  /** The call has had its effect, so a result that can't be mapped makes no failure of it. */
  private @Nullable String result(ApiOperation operation, String body) {
    try {
      String result = answers.result(operation, body);
      return result.length() > LONGEST_RESULT ? null : result;
    } catch (MappingFailed e) {
      return null;
    }
  }

  private static FailureCategory category(CallResult.Answered answer) {
    if (answer.status() == UNAUTHORIZED || answer.status() == 403) {
      return FailureCategory.AUTHENTICATION;
    }
    return switch (CallVerdict.of(answer)) {
      case CallOutcome.Retryable failure -> failure.category();
      case CallOutcome.Fatal failure -> failure.category();
      case CallOutcome.Succeeded _ -> FailureCategory.CLIENT_ERROR;
    };
  }

  private static RunOutcome failed(ApiOperation operation, CallResult.Failed failure) {
    if (failure.category() == FailureCategory.BLOCKED_ADDRESS) {
      return new RunOutcome.Fatal(failure.category(), failure.detail());
    }
    return failure.maybeSent() && !RunTarget.isRepeatable(operation)
        ? new RunOutcome.Unknown(
            failure.detail()
                + " The provider may have done it, and it takes no idempotency key: find out, then"
                + " retry or resolve the run.")
        : new RunOutcome.Retryable(failure.category(), failure.detail(), null);
  }
}
