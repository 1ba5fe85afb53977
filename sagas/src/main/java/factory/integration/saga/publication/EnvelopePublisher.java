package factory.integration.saga.publication;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Sends messages to the bus. */
public interface EnvelopePublisher {

  /**
   * Sends all, overlapped, in order within each group. Completes when the broker has acknowledged
   * every one; completes exceptionally when any could not be sent, and the caller sends all again.
   */
  CompletableFuture<Void> publish(List<OutgoingMessage> messages);
}
