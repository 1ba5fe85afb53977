package factory.integration.api.messaging;

/** Tells whether the platform's store works. */
public interface StoreHealth {

  /** Whether the store can be read and written right now; tries both. */
  boolean isReachable();
}
