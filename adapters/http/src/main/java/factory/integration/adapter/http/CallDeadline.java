package factory.integration.adapter.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * The end of one call's time. A timer closes the call's connection then, whatever the call is doing
 * with it: a timeout of the socket would neither bound a dripping answer nor a blocked write.
 */
final class CallDeadline implements Runnable {

  /** Bound while connecting, for what the client calls without handing it our objects. */
  static final ScopedValue<CallDeadline> CURRENT = ScopedValue.newInstance();

  private enum State {
    RUNNING,
    FINISHED,
    EXPIRED
  }

  private final Duration limit;
  private final long endNanos;
  private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
  private volatile @Nullable ConnectionEndpoint endpoint;
  private volatile String awaited = "a free connection";
  private boolean connected;
  private @Nullable Future<?> timer;

  CallDeadline(Duration limit) {
    this.limit = limit;
    this.endNanos = System.nanoTime() + limit.toNanos();
  }

  void start(ScheduledExecutorService timers) {
    timer = timers.schedule(this, limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  static CallDeadline current() {
    return CURRENT.get();
  }

  /** What is left, at least a millisecond, since most callees take zero for no limit. */
  Duration remaining() {
    return Duration.ofNanos(Math.max(1_000_000, endNanos - System.nanoTime()));
  }

  /** From here on this connection is closed when time is up. */
  void guard(ConnectionEndpoint connection, String awaiting) throws InterruptedIOException {
    endpoint = connection;
    awaited = awaiting;
    if (isExpired()) {
      throw new InterruptedIOException();
    }
  }

  /** From here on an answer is awaited: the request may be on its way. */
  void connected(ConnectionEndpoint connection) throws InterruptedIOException {
    guard(connection, "an answer");
    connected = true;
  }

  /** Whether the request may have been sent. */
  boolean hasConnection() {
    return connected;
  }

  boolean isExpired() {
    return state.get() == State.EXPIRED;
  }

  /** Ends the call; false if the time was up before, and the connection is lost. */
  boolean finish() {
    Future<?> scheduled = timer;
    if (scheduled != null) {
      scheduled.cancel(false);
    }
    return state.compareAndSet(State.RUNNING, State.FINISHED);
  }

  @Override
  public void run() {
    if (state.compareAndSet(State.RUNNING, State.EXPIRED)) {
      ConnectionEndpoint guarded = endpoint;
      if (guarded != null) {
        guarded.close(CloseMode.IMMEDIATE);
      }
    }
  }

  /** What didn't come in time, as the end of a sentence. */
  String missed() {
    return "%s within %s s".formatted(awaited, limit.toMillis() / 1000.0);
  }
}
