package factory.integration.storage.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Runs tasks at the same time. */
public final class Together {

  private Together() {}

  /** What each task threw, or null where it ended well; in the order of the tasks. */
  public static List<@Nullable Throwable> run(int tasks, IntFunction<Callable<?>> task)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(1);
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(tasks)) {
      for (int i = 0; i < tasks; i++) {
        Callable<?> each = task.apply(i);
        running.add(
            threads.submit(
                () -> {
                  start.await();
                  return each.call();
                }));
      }
      start.countDown();
      List<@Nullable Throwable> outcomes = new ArrayList<>();
      for (Future<?> future : running) {
        outcomes.add(failureOf(future));
      }
      return outcomes;
    }
  }

  private static @Nullable Throwable failureOf(Future<?> future) throws InterruptedException {
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause();
    }
  }
}
