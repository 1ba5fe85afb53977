package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.provider.ProviderId;

/** Identifies one version of an API client: {@code cli-} and a part derived from what it is. */
public record ApiClientId(@JsonValue String value) {

  private static final String PREFIX = "cli-";

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ApiClientId {
    if (!value.startsWith(PREFIX) || value.length() > 64 || value.indexOf('.') >= 0) {
      throw new IllegalArgumentException("not an API client id (" + PREFIX + "…): " + value);
    }
  }

  /** The id of that version of the provider's client: the same version gives the same id. */
  public static ApiClientId of(ProviderId provider, String name, ApiVersion version) {
    return new ApiClientId(
        PREFIX + UniqueIds.derivedFrom("apiClient", provider.value(), name, version.value()));
  }

  @Override
  public String toString() {
    return value;
  }
}
