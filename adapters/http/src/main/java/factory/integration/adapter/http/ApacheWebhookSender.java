package factory.integration.adapter.http;

import factory.integration.saga.delivery.CallResult;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.delivery.WebhookSender;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/**
 * Calls endpoints over the connections of Apache HttpClient, but without its chain of executors: no
 * redirect, cookie, retry or decoding happens unless it is written here.
 */
final class ApacheWebhookSender implements WebhookSender, AutoCloseable {

  private final TargetCache targets = new TargetCache();
  private final InstantSource clock;
  private final ConnectionPool pool;
  private final ScheduledThreadPoolExecutor timers =
      new ScheduledThreadPoolExecutor(
          1, Thread.ofPlatform().daemon().name("webhook-deadlines").factory());

  ApacheWebhookSender(InstantSource clock, ConnectionPool pool) {
    this.clock = clock;
    this.pool = pool;
    timers.setRemoveOnCancelPolicy(true);
    timers.scheduleWithFixedDelay(pool::closeIdle, 10, 10, TimeUnit.SECONDS);
  }

  @Override
  public CallResult send(WebhookRequest request) {
    Instant startedAt = clock.instant();
    long start = System.nanoTime();
    CallDeadline deadline = new CallDeadline(request.timeout());
    Target target = null;
    try {
      target = targets.of(request.url());
      deadline.start(timers);
      Answer answer = call(request, OutgoingRequest.of(request, target), target, deadline);
      AnswerBody body = answer.body();
      return new CallResult.Answered(
          answer.status(),
          answer.headers(),
          body.bytes(),
          body.truncated(),
          startedAt,
          millisSince(start));
    } catch (IOException | HttpException | InterruptedException | RuntimeException e) {
      CallFailure failure = failure(e, target, deadline);
      return new CallResult.Failed(
          failure.category(),
          failure.detail(),
          deadline.hasConnection(),
          startedAt,
          millisSince(start));
    } finally {
      deadline.finish();
    }
  }

  /**
   * Sends a request, and sends it again if it went over a used connection that turned out to be
   * closed: endpoints close idle connections without a word. Not a byte of an answer came then, and
   * the second time is over a new connection and the last.
   */
  private Answer call(
      WebhookRequest request, ClassicHttpRequest message, Target target, CallDeadline deadline)
      throws IOException, HttpException, InterruptedException {
    ConnectionEndpoint connection = pool.lease(target.route(), deadline);
    boolean used = connection.isConnected();
    Exchange exchange = new Exchange();
    try {
      return callOver(connection, exchange, message, deadline);
    } catch (IOException e) {
      boolean givenUp = deadline.isExpired() || Thread.currentThread().isInterrupted();
      if (!used || !request.repeatable() || !exchange.metSilence() || givenUp) {
        throw e;
      }
      ConnectionEndpoint second = pool.lease(target.route(), deadline);
      second.close(CloseMode.IMMEDIATE);
      return callOver(second, new Exchange(), message, deadline);
    }
  }

  private Answer callOver(
      ConnectionEndpoint connection,
      Exchange exchange,
      ClassicHttpRequest message,
      CallDeadline deadline)
      throws IOException, HttpException {
    CloseMode close = CloseMode.IMMEDIATE;
    TimeValue idle = null;
    try {
      deadline.guard(connection, "a connection");
      pool.connect(connection, deadline);
      deadline.connected(connection);
      ClassicHttpResponse response =
          connection.execute("", message, exchange, ConnectionPool.NO_CONTEXT);
      Answer answer = Answer.read(response);
      if (answer.body().complete()) {
        close = CloseMode.GRACEFUL;
        idle = exchange.reusableFor(message, response);
      }
      return answer;
    } finally {
      if (idle != null && deadline.finish()) {
        pool.keep(connection, idle);
      } else {
        pool.discard(connection, close);
      }
    }
  }

  @Override
  public void close() {
    timers.shutdownNow();
    pool.close();
  }

  private CallFailure failure(Exception problem, @Nullable Target target, CallDeadline deadline) {
    if (problem instanceof InterruptedException) {
      Thread.currentThread().interrupt();
    }
    String endpoint = String.valueOf(target);
    if (timers.isShutdown() || Thread.currentThread().isInterrupted()) {
      return CallFailure.stopped(endpoint);
    }
    return deadline.isExpired()
        ? CallFailure.timeout(endpoint, deadline)
        : CallFailure.of(problem, endpoint);
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
