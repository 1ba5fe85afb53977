package factory.integration.saga.delivery;

import factory.integration.api.messaging.TenantId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is, within the limits per endpoint, per tenant and in all. Endpoints take turns,
 * one call each, so that a slow one holds no more than its share; one that may not go stands aside
 * until a place is given back, so that it costs the others nothing.
 */
final class EndpointTurns {

  private final DeliveryLimits limits;
  private final ArrayDeque<EndpointQueue> line = new ArrayDeque<>();
  private final Map<TenantId, Tenant> tenants = new HashMap<>();
  private int inFlight;

  EndpointTurns(DeliveryLimits limits) {
    this.limits = limits;
  }

  /** Lets the endpoint stand in line when it has something to start and a place for it. */
  void enter(EndpointQueue endpoint) {
    if (!endpoint.inTurn && hasPlace(endpoint) && !endpoint.ready.isEmpty()) {
      endpoint.inTurn = true;
      line.add(endpoint);
    }
  }

  /** Takes the next delivery and a place for its call; absent when none may start. */
  @Nullable QueuedDelivery next() {
    while (inFlight < limits.inFlight() && !line.isEmpty()) {
      EndpointQueue endpoint = line.poll();
      Tenant tenant = tenants.computeIfAbsent(endpoint.tenant, _ -> new Tenant());
      if (tenant.inFlight >= limits.inFlightPerTenant()) {
        tenant.aside.add(endpoint);
        continue;
      }
      endpoint.inTurn = false;
      QueuedDelivery next = hasPlace(endpoint) ? endpoint.ready.poll() : null;
      if (next != null) {
        take(endpoint, tenant);
        return next;
      }
      callBackOne(tenant);
      dropIfIdle(endpoint.tenant, tenant);
    }
    return null;
  }

  /** Gives a place back. */
  void release(EndpointQueue endpoint) {
    Tenant tenant = tenants.get(endpoint.tenant);
    endpoint.inFlight--;
    tenant.inFlight--;
    inFlight--;
    callBackOne(tenant);
    dropIfIdle(endpoint.tenant, tenant);
    enter(endpoint);
  }

  int inFlight() {
    return inFlight;
  }

  private void take(EndpointQueue endpoint, Tenant tenant) {
    endpoint.inFlight++;
    tenant.inFlight++;
    inFlight++;
    enter(endpoint);
  }

  private boolean hasPlace(EndpointQueue endpoint) {
    return endpoint.inFlight < limits.inFlightPerEndpoint();
  }

  /** For each place that a tenant has left, one of its endpoints is in line again. */
  private void callBackOne(Tenant tenant) {
    EndpointQueue waiting = tenant.aside.poll();
    if (waiting != null) {
      line.add(waiting);
    }
  }

  private void dropIfIdle(TenantId id, Tenant tenant) {
    if (tenant.inFlight == 0 && tenant.aside.isEmpty()) {
      tenants.remove(id);
    }
  }

  private static final class Tenant {

    final ArrayDeque<EndpointQueue> aside = new ArrayDeque<>();
    int inFlight;
  }
}
