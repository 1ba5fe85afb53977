package factory.integration.api.connection;

/** What can be asked of a connection. */
public sealed interface ConnectionCommand
    permits EstablishIntegrationConnection,
        RecordConnectionTest,
        ChangeIntegrationConnection,
        RecordConnectionHealth,
        RetireIntegrationConnection {

  ConnectionId connectionId();
}
