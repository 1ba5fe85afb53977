package factory.integration.saga.delivery;

/** What may come into memory while a node starts; all else stays in the store for a while. */
enum Admission {
  /** What was there already has not been read yet. */
  NOTHING,
  /** Another run of this node may still hold earlier members of a lane. */
  UNORDERED,
  ALL;

  boolean admits(DueDelivery due) {
    return switch (this) {
      case NOTHING -> false;
      case UNORDERED -> DeliveryLane.keyOf(due.plan()) == null;
      case ALL -> true;
    };
  }
}
