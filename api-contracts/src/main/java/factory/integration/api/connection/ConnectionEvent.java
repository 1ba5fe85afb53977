package factory.integration.api.connection;

/** What happened to a connection. */
public sealed interface ConnectionEvent
    permits IntegrationConnectionRequested,
        IntegrationConnectionEstablished,
        IntegrationConnectionTestFailed,
        IntegrationConnectionChanged,
        IntegrationConnectionHealthChanged,
        IntegrationConnectionRetired {

  ConnectionId connectionId();
}
