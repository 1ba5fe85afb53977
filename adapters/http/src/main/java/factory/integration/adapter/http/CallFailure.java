package factory.integration.adapter.http;

import factory.integration.api.delivery.FailureCategory;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Why a call got no answer.
 *
 * @param detail one sentence for people
 */
record CallFailure(FailureCategory category, String detail) {

  private static final Logger LOG = LoggerFactory.getLogger(CallFailure.class);
  private static final int MAX_QUOTED = 120;

  static CallFailure timeout(String endpoint, CallDeadline deadline) {
    return failure(FailureCategory.TIMEOUT, endpoint, "there was not " + deadline.missed());
  }

  /** The platform is going down; the call may have reached the endpoint, or not. */
  static CallFailure stopped(String endpoint) {
    return failure(
        FailureCategory.CONNECTION, endpoint, "the platform stopped and broke off the call");
  }

  /** Reads what went wrong between us and an endpoint. */
  static CallFailure of(Exception problem, String endpoint) {
    return switch (problem) {
      case EgressRefusedException e ->
          new CallFailure(FailureCategory.BLOCKED_ADDRESS, e.getMessage());
      case UnknownHostException e -> new CallFailure(FailureCategory.DNS, e.getMessage());
      case OutgoingRequest.Refused e -> new CallFailure(FailureCategory.PROTOCOL, e.getMessage());
      case SSLException e -> failure(FailureCategory.TLS, endpoint, TlsReason.of(e));
      case HttpException e -> protocol(endpoint, e);
      case MessageConstraintException e -> protocol(endpoint, e);
      case InterruptedIOException e ->
          failure(FailureCategory.TIMEOUT, endpoint, "no connection came about in time");
      case IOException e -> connection(endpoint, e);
      default -> ours(endpoint, problem);
    };
  }

  private static CallFailure protocol(String endpoint, Exception e) {
    return failure(
        FailureCategory.PROTOCOL, endpoint, "its answer is not valid HTTP: " + quoted(e));
  }

  private static CallFailure connection(String endpoint, IOException e) {
    String reason =
        switch (e) {
          case ConnectException refused -> "the connection was refused";
          case NoHttpResponseException closed -> "it closed the connection without an answer";
          default -> "the connection broke: " + quoted(e);
        };
    return failure(FailureCategory.CONNECTION, endpoint, reason);
  }

  /** The platform's own fault. */
  private static CallFailure ours(String endpoint, Exception e) {
    LOG.error("A call to {} failed inside the platform", endpoint, e);
    return failure(
        FailureCategory.CONNECTION, endpoint, "the platform could not make the call; see its log");
  }

  private static CallFailure failure(FailureCategory category, String endpoint, String reason) {
    return new CallFailure(category, "%s: %s.".formatted(endpoint, reason));
  }

  /** Messages may quote what an endpoint sent. */
  static String quoted(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    String cut = message.substring(0, Math.min(MAX_QUOTED, message.length()));
    String plain =
        cut.codePoints()
            .map(c -> Character.isISOControl(c) ? ' ' : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
            .strip();
    return plain.isEmpty()
        ? ""
        : plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
  }
}
