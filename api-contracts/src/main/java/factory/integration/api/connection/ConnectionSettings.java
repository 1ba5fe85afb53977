package factory.integration.api.connection;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.provider.BaseUrl;
import factory.integration.api.provider.ProviderId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is chosen for a connection.
 *
 * @param credentialId who calls; absent where the provider asks nobody
 * @param baseUrl in place of the provider's
 * @param retryPolicy of runs that somebody asks for; triggers have their own
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionSettings(
    String name,
    ProviderId providerId,
    ApiClientId apiClientId,
    @Nullable CredentialId credentialId,
    @Nullable BaseUrl baseUrl,
    Governance governance,
    List<Trigger> triggers,
    RetryPolicy retryPolicy) {

  public ConnectionSettings {
    governance = governance == null ? Governance.OPEN : governance;
    triggers = triggers == null ? List.of() : List.copyOf(triggers);
  }

  /** Whether both call the same provider, in the same way and as the same caller. */
  public boolean hasTargetOf(ConnectionSettings other) {
    return providerId.equals(other.providerId)
        && apiClientId.equals(other.apiClientId)
        && Objects.equals(credentialId, other.credentialId)
        && Objects.equals(baseUrl, other.baseUrl);
  }
}
