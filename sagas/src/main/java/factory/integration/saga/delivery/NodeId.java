package factory.integration.saga.delivery;

/** Names this run of this node as the owner of due work. */
record NodeId(String value) {

  /** Owns what this node must not start yet; it never has a lease. */
  static final String NOBODY = "";
}
