package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Registers a credential with its first version.
 *
 * @param secret stored in the vault before
 */
public record RegisterIntegrationCredential(
    @TargetAggregateIdentifier CredentialId credentialId,
    CredentialSettings settings,
    SecretRef secret)
    implements CredentialCommand {}
