package factory.integration.saga.delivery;

/** Names this run of this node. */
record NodeId(String value) {}
