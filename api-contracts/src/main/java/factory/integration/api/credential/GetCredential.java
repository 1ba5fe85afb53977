package factory.integration.api.credential;

import factory.integration.api.messaging.TenantId;

/** One credential; answered by an optional view. */
public record GetCredential(TenantId tenant, CredentialId credentialId) {}
