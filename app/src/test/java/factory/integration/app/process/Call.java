package factory.integration.app.process;

import org.jspecify.annotations.Nullable;

/** One request that the sink received, and how it was answered. */
final class Call {

  private final int order;
  private final String path;
  private final String webhookId;
  private final String attempt;
  private final String body;
  private final boolean signed;
  private final long arrivedNanos = System.nanoTime();
  private volatile @Nullable Answered answered;

  private record Answered(int status, long nanos) {}

  Call(int order, String path, String webhookId, String attempt, String body, boolean signed) {
    this.order = order;
    this.path = path;
    this.webhookId = webhookId;
    this.attempt = attempt;
    this.body = body;
    this.signed = signed;
  }

  void answered(int status) {
    answered = new Answered(status, System.nanoTime());
  }

  /** Its place among all calls of the sink. */
  int order() {
    return order;
  }

  String path() {
    return path;
  }

  String webhookId() {
    return webhookId;
  }

  String attempt() {
    return attempt;
  }

  String body() {
    return body;
  }

  /** Whether the signature was valid for the secret that the sink knew. */
  boolean signed() {
    return signed;
  }

  long arrivedNanos() {
    return arrivedNanos;
  }

  boolean succeeded() {
    Answered now = answered;
    return now != null && now.status() / 100 == 2;
  }

  boolean refused() {
    Answered now = answered;
    return now != null && now.status() / 100 != 2;
  }

  /** Whether it was not answered at that time, or so late before that it may not be recorded. */
  boolean mayHaveBeenInFlight(long nanos, long recordedWithinNanos) {
    Answered now = answered;
    return arrivedNanos <= nanos && (now == null || now.nanos() >= nanos - recordedWithinNanos);
  }

  @Override
  public String toString() {
    return "%s %s attempt %s (call %d, %s)".formatted(path, webhookId, attempt, order, answered);
  }
}
