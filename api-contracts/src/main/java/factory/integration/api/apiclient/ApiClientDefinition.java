package factory.integration.api.apiclient;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.provider.ProviderId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one version of an API client is; it never changes.
 *
 * @param name unique among the provider's clients, with its version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApiClientDefinition(
    ProviderId providerId,
    String name,
    ApiVersion version,
    @Nullable String description,
    List<ApiOperation> operations) {

  public ApiClientDefinition {
    operations = List.copyOf(operations);
  }

  /** The operation of that name. */
  public Optional<ApiOperation> operation(String operation) {
    return operations.stream().filter(one -> one.name().equals(operation)).findAny();
  }
}
