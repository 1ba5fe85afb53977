package factory.integration.api.provider;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;

/** Identifies a provider: {@code prov-} and a part derived from tenant and key. */
public record ProviderId(@JsonValue String value) {

  private static final String PREFIX = "prov-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ProviderId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not a provider id (" + PREFIX + "…): " + value);
    }
  }

  /** The id of the tenant's provider of that key: the same key gives the same id. */
  public static ProviderId of(TenantId tenant, String key) {
    return new ProviderId(PREFIX + UniqueIds.derivedFrom("provider", tenant.value(), key));
  }

  @Override
  public String toString() {
    return value;
  }
}
