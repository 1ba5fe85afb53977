package factory.integration.saga.publication;

/** Tells whether the bus can be reached; while it cannot, facts wait in the event store. */
public interface BusState {

  /** Whether there is a connection right now; asks nobody, so it may be called often. */
  boolean isConnected();
}
