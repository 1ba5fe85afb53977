package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Tells that the token endpoint gave a new refresh token, which is in the vault already.
 *
 * @param version whose refresh token it is
 * @param secret the reference that follows the one in use, or a later one
 */
public record RecordRefreshToken(
    @TargetAggregateIdentifier CredentialId credentialId, int version, SecretRef secret)
    implements CredentialCommand {}
