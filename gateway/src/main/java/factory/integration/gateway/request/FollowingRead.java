package factory.integration.gateway.request;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Reads a caller's own change: the read model follows a little later. */
public final class FollowingRead {

  private static final long PATIENCE_NANOS = Duration.ofSeconds(2).toNanos();
  private static final long PAUSE_NANOS = Duration.ofMillis(2).toNanos();

  private FollowingRead() {}

  /** The view once it shows the change; empty if that takes too long. */
  public static <V> Optional<V> until(Predicate<V> isShown, Supplier<Optional<V>> read) {
    long start = System.nanoTime();
    Optional<V> view = read.get().filter(isShown);
    while (view.isEmpty() && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      view = read.get().filter(isShown);
    }
    return view;
  }
}
