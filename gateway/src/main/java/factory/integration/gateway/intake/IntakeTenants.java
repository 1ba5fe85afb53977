package factory.integration.gateway.intake;

import factory.integration.api.messaging.Envelope;
import factory.integration.api.messaging.TenantId;
import java.util.Objects;
import java.util.Set;

/** Finds out whose event a message holds, and whether the bus may bring events of that tenant. */
final class IntakeTenants {

  static final String ANY = "*";

  private final Set<String> allowed;

  IntakeTenants(Set<String> allowed) {
    this.allowed = Set.copyOf(allowed);
  }

  /**
   * @throws MessageRefused when nobody names the tenant, or two do so differently, or it is none
   *     that may publish here
   */
  TenantId tenant(IncomingMessage message, MessageBody body) {
    String property = message.properties().get(Envelope.TENANT_ID_PROPERTY);
    String inside = body.text(EnvelopeField.TENANT_ID);
    if (property != null && inside != null && !property.equals(inside)) {
      throw new MessageRefused(
          RefusalReason.TENANT_MISMATCH,
          "%s says %s, the envelope's tenantId says %s"
              .formatted(Envelope.TENANT_ID_PROPERTY, property, inside));
    }
    return allowed(named(Objects.requireNonNullElse(property, Objects.toString(inside, ""))));
  }

  private static TenantId named(String name) {
    if (name.isEmpty()) {
      throw new MessageRefused(
          RefusalReason.TENANT_MISSING,
          "no tenant is named; set the application property " + Envelope.TENANT_ID_PROPERTY);
    }
    try {
      return new TenantId(name);
    } catch (IllegalArgumentException e) {
      throw new MessageRefused(RefusalReason.INVALID, String.valueOf(e.getMessage()));
    }
  }

  private TenantId allowed(TenantId tenant) {
    if (!allowed.contains(ANY) && !allowed.contains(tenant.value())) {
      throw new MessageRefused(
          RefusalReason.TENANT_NOT_ALLOWED,
          "events of tenant %s may not come over the bus; platform.bus.inbound.tenants lists those that may"
              .formatted(tenant));
    }
    return tenant;
  }
}
