package factory.integration.saga.delivery;

import factory.integration.api.delivery.FailureCategory;
import java.time.Instant;
import java.util.Map;

/** What came of one call. */
public sealed interface CallResult {

  Instant startedAt();

  long durationMillis();

  /**
   * The endpoint answered with a status, whatever became of the body afterwards.
   *
   * @param headers names in lower case; several values of a name joined by a comma and a space
   * @param body decoded, at most 64 KiB of it
   * @param truncated whether the body was longer, or was cut at the deadline
   */
  record Answered(
      int status,
      Map<String, String> headers,
      byte[] body,
      boolean truncated,
      Instant startedAt,
      long durationMillis)
      implements CallResult {}

  /**
   * No status came back.
   *
   * @param detail one sentence for people, without secrets
   * @param maybeSent whether some of the request may have reached the other side
   */
  record Failed(
      FailureCategory category,
      String detail,
      boolean maybeSent,
      Instant startedAt,
      long durationMillis)
      implements CallResult {}
}
