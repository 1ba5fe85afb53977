package factory.integration.gateway.problem;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.StoreUnavailable;
import factory.integration.api.messaging.UniqueIds;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.common.AxonTransientException;
import org.axonframework.queryhandling.QueryExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** Turns whatever went wrong into the problem that the caller sees, the only place that does. */
public final class ProblemTranslator {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemTranslator.class);

  private final UniqueIds ids;

  ProblemTranslator(UniqueIds ids) {
    this.ids = ids;
  }

  /** The problem; a fault of the platform itself is logged, and the caller gets its log id only. */
  public Problem translate(Throwable failure) {
    return switch (failure) {
      case RequestRefused refused -> refused.problem();
      case CommandRejected rejected -> Problem.of(kind(rejected), rejected.reason().detail());
      case StoreUnavailable down -> unavailable("the store can't be reached or can't write");
      case AxonTransientException busy -> unavailable("another request was changing the same");
      case JacksonException json -> BindingProblems.of(json);
      case MethodArgumentTypeMismatchException parameter ->
          RequestRefused.invalid(parameter.getName(), "has the wrong form").problem();
      case RequestRejectedException odd -> unreadable("the path or a header is not acceptable");
      case HttpMessageNotReadableException empty when empty.getCause() == null ->
          unreadable("the request needs a JSON body");
      case IOException broken -> unreadable("the body ended early");
      case ErrorResponse response -> answered(response);
      default ->
          failure.getCause() != null && isWrapper(failure)
              ? translate(failure.getCause())
              : fault(failure);
    };
  }

  private static ProblemKind kind(CommandRejected rejected) {
    return switch (rejected.reason().kind()) {
      case NOT_FOUND -> ProblemKind.NOT_FOUND;
      case CONFLICT -> ProblemKind.CONFLICT;
    };
  }

  private static Problem unreadable(String detail) {
    return Problem.of(ProblemKind.UNREADABLE, detail);
  }

  private static Problem unavailable(String why) {
    return Problem.of(
        ProblemKind.UNAVAILABLE, why + " right now; nothing was kept, send the request again");
  }

  private static Problem answered(ErrorResponse response) {
    return Problem.ofStatus(response.getStatusCode().value(), response.getBody().getDetail());
  }

  private static boolean isWrapper(Throwable failure) {
    return failure instanceof HttpMessageNotReadableException
        || failure instanceof CompletionException
        || failure instanceof QueryExecutionException
        || failure instanceof CommandExecutionException;
  }

  private Problem fault(Throwable failure) {
    String id = ids.next();
    LOG.error("request failed, log id {}", id, failure);
    return Problem.of(
        ProblemKind.FAULT, "the platform failed; its operator finds the cause under log id " + id);
  }
}
