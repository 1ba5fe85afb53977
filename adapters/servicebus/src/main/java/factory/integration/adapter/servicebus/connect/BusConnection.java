package factory.integration.adapter.servicebus.connect;

import jakarta.jms.Connection;

/** A connection, and where it leads. */
public record BusConnection(BusTarget bus, Connection connection) {}
