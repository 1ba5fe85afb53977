package factory.integration.adapter.servicebus;

import factory.integration.saga.publication.OutgoingMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Several senders side by side, since one spends most of its time waiting for its network thread.
 * The messages of a group always take the same one, which keeps their order.
 */
final class BusLinks implements AutoCloseable {

  private final List<BusSender> senders;

  BusLinks(int count, Supplier<BusSender> sender) {
    this.senders = Stream.generate(sender).limit(count).toList();
  }

  boolean isConnected() {
    return senders.stream().allMatch(BusSender::isConnected);
  }

  /** Connects in the background, until it works. */
  void connect() {
    senders.forEach(BusSender::connect);
  }

  /** Completes when each message is acknowledged; fails when any is not. */
  CompletableFuture<Void> send(List<OutgoingMessage> messages) {
    List<List<OutgoingMessage>> shares = new ArrayList<>();
    senders.forEach(_ -> shares.add(new ArrayList<>()));
    for (OutgoingMessage message : messages) {
      shares.get(Math.floorMod(message.groupId().hashCode(), shares.size())).add(message);
    }
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    for (int i = 0; i < shares.size(); i++) {
      if (!shares.get(i).isEmpty()) {
        sent.add(senders.get(i).send(shares.get(i)));
      }
    }
    return CompletableFuture.allOf(sent.toArray(CompletableFuture<?>[]::new));
  }

  /** Lets what is on its way finish, for a while; an interrupt does not cut that short. */
  @Override
  public void close() {
    List<Thread> closing =
        senders.stream().map(sender -> Thread.ofVirtual().start(sender::close)).toList();
    boolean interrupted = false;
    for (Thread thread : closing) {
      interrupted |= joinThoughInterrupted(thread);
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Answers whether it was interrupted meanwhile. */
  private static boolean joinThoughInterrupted(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException _) {
        interrupted = true;
      }
    }
    return interrupted;
  }
}
