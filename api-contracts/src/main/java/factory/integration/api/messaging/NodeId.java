package factory.integration.api.messaging;

/** Names this run of this node among all nodes that share the store. */
public record NodeId(String value) {}
