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
    return latest(view -> view.filter(isShown).isPresent(), read).filter(isShown);
  }

  /** Returns when there is no view any more, or that takes too long. */
  public static <V> void untilGone(Supplier<Optional<V>> read) {
    latest(Optional::isEmpty, read);
  }

  private static <V> Optional<V> latest(
      Predicate<Optional<V>> isShown, Supplier<Optional<V>> read) {
    long start = System.nanoTime();
    Optional<V> view = read.get();
    while (!isShown.test(view) && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
      view = read.get();
    }
    return view;
  }
}
