package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionEvent;
import factory.integration.api.connection.ConnectionHealth;
import factory.integration.api.connection.ConnectionId;
import factory.integration.api.connection.IntegrationConnectionChanged;
import factory.integration.api.connection.IntegrationConnectionEstablished;
import factory.integration.api.connection.IntegrationConnectionHealthChanged;
import factory.integration.api.connection.IntegrationConnectionRequested;
import factory.integration.api.connection.IntegrationConnectionRetired;
import factory.integration.api.connection.IntegrationConnectionTestFailed;
import factory.integration.api.messaging.TenantId;
import factory.integration.saga.stream.StreamMemory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Every established connection with its present settings, in memory; kept durably, in step with the
 * event stream of the outbound path, by the store.
 */
public final class ConnectionDirectory implements StreamMemory {

  private final ConnectionStore store;
  private volatile ConnectionTable table;
  private volatile boolean rolledBack;
  private volatile long version;

  public ConnectionDirectory(ConnectionStore store) {
    this.store = store;
    this.version = store.version();
    this.table = new ConnectionTable(store.findAll());
  }

  /** The connection; empty while it is not established, and once it is retired. */
  public Optional<EstablishedConnection> find(ConnectionId id) {
    return Optional.ofNullable(table.find(id));
  }

  /** The tenant's established connections, oldest first. */
  public Collection<EstablishedConnection> ofTenant(TenantId tenant) {
    return table.ofTenant(tenant);
  }

  /** All of them, as they are now. */
  List<EstablishedConnection> all() {
    return List.copyOf(table.all());
  }

  @Override
  public void reload() {
    version = store.version();
    table = new ConnectionTable(store.findAll());
    rolledBack = false;
  }

  @Override
  public void followOthers() {
    if (store.version() != version) {
      reload();
    }
  }

  /** Follows a change; the same change again changes nothing. */
  void apply(ConnectionEvent event, TenantId tenant) {
    forgetRolledBack();
    CurrentUnitOfWork.ifStarted(batch -> batch.root().onRollback(_ -> rolledBack = true));
    switch (event) {
      case IntegrationConnectionEstablished established -> keep(established(established, tenant));
      case IntegrationConnectionRetired retired -> forget(retired.connectionId());
      case IntegrationConnectionChanged changed ->
          find(changed.connectionId()).ifPresent(known -> keep(known.with(changed.settings())));
      case IntegrationConnectionHealthChanged changed ->
          find(changed.connectionId()).ifPresent(known -> keep(known.with(changed.health())));
      case IntegrationConnectionRequested _, IntegrationConnectionTestFailed _ -> {}
    }
  }

  /**
   * Makes memory and store the same again after changes of a batch that was rolled back. Whoever
   * handles other events of the same stream calls it before it asks for connections, since they
   * must be met as they were before.
   */
  public void forgetRolledBack() {
    if (rolledBack) {
      reload();
    }
  }

  private static EstablishedConnection established(
      IntegrationConnectionEstablished event, TenantId tenant) {
    return new EstablishedConnection(
        tenant, event.connectionId(), event.settings(), ConnectionHealth.HEALTHY);
  }

  private void keep(EstablishedConnection connection) {
    store.save(connection);
    table.put(connection);
  }

  private void forget(ConnectionId id) {
    store.remove(id);
    table.remove(id);
  }
}
