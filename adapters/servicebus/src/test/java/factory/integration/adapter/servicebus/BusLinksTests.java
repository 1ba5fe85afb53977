package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.connect.Backoff;
import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.saga.publication.OutgoingMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class BusLinksTests {

  private final CountDownLatch opening = new CountDownLatch(1);
  private final CountDownLatch bus = new CountDownLatch(1);

  @Test
  void waitsForWhatIsOnItsWayThoughItIsInterrupted() throws InterruptedException {
    BusLinks links = new BusLinks(1, this::sender);
    CompletableFuture<Void> sent =
        links.send(List.of(new OutgoingMessage("t", "a", "x", null, Map.of(), new byte[0])));
    opening.await();
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Thread closing =
        Thread.ofVirtual()
            .start(
                () -> {
                  links.close();
                  interrupted.complete(Thread.currentThread().isInterrupted());
                });
    closing.interrupt();
    await().during(Duration.ofMillis(300)).until(() -> !interrupted.isDone());
    bus.countDown();
    assertThat(interrupted.join()).as("the interrupt is kept").isTrue();
    assertThat(sent).isDone();
  }

  /** A sender that is long about finding out that the bus is away. */
  private BusSender sender() {
    BusConnector connector =
        new BusConnector(
            () -> {
              opening.countDown();
              awaitBus();
              throw new IllegalStateException("away");
            },
            Duration.ofSeconds(1));
    return new BusSender(
        new LinkOpener(connector, Duration.ofSeconds(1), 1),
        new Backoff(Duration.ofMillis(1), Duration.ofMillis(1), System::nanoTime));
  }

  private void awaitBus() {
    try {
      bus.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
