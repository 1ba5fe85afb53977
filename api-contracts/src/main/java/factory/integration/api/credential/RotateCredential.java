package factory.integration.api.credential;

import factory.integration.api.vault.SecretRef;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * Begins a rotation; refused while another one is checked, takes the place of one that waits.
 *
 * @param replaces the version in use as the sender knows it
 * @param supplied the next version's secret, stored in the vault before; absent where the
 *     credential's own method gives it
 */
public record RotateCredential(
    @TargetAggregateIdentifier CredentialId credentialId,
    int replaces,
    RotationTrigger trigger,
    @Nullable SecretRef supplied)
    implements CredentialCommand {}
