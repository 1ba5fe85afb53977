package factory.integration.gateway.connectionsettings;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.credential.CredentialId;
import factory.integration.api.provider.ProviderId;
import org.jspecify.annotations.Nullable;

/**
 * What a connection calls, how and as whom.
 *
 * @param client absent where nobody knows it any more
 */
record Target(
    ProviderId providerId,
    ApiClientId apiClientId,
    @Nullable CredentialId credentialId,
    @Nullable ApiClientDefinition client) {}
