package factory.integration.app.process;

import java.time.Duration;
import java.util.List;

/** Several publishers at once, which can be stopped and started again. */
final class Load {

  private final List<Publisher> publishers;
  private List<Thread> threads = List.of();
  private volatile boolean running;

  Load(List<Publisher> publishers) {
    this.publishers = publishers;
  }

  void start() {
    running = true;
    threads =
        publishers.stream()
            .map(publisher -> Thread.ofVirtual().start(() -> publisher.run(() -> running)))
            .toList();
  }

  /** Waits until no publisher waits for an answer any more. */
  void stop() throws InterruptedException {
    running = false;
    for (Thread thread : threads) {
      if (!thread.join(Duration.ofSeconds(40))) {
        throw new AssertionError("a publisher still waits for an answer");
      }
    }
  }

  int acceptedCount() {
    return publishers.stream().mapToInt(publisher -> publisher.accepted().size()).sum();
  }

  List<Publisher.Accepted> accepted() {
    return publishers.stream().flatMap(publisher -> publisher.accepted().stream()).toList();
  }
}
