package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.messaging.TenantId;

/**
 * Makes a credential ready to send. Calls may wait for a token endpoint, at most some seconds, so
 * they belong into a thread of their own; OAuth 2 tokens come from memory while they last.
 */
public interface CredentialSource {

  /**
   * The version in use.
   *
   * @param body what is going to be sent, signed where the credential signs
   * @throws CredentialUnavailable when there is none to send now
   */
  ResolvedCredential resolve(TenantId tenant, CredentialId id, byte[] body);

  /**
   * A certain version: the one in use, the one before while it overlaps, or the one that a running
   * rotation checks.
   *
   * @throws CredentialUnavailable when there is none to send now
   */
  ResolvedCredential resolve(TenantId tenant, CredentialId id, int version, byte[] body);

  /** Tells that the other side refused it, so that a token in memory is not sent again. */
  void refused(TenantId tenant, CredentialId id, ResolvedCredential credential);
}
