package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.RecordRefreshToken;
import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.oauth.IssuedToken;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.oauth.TokenGrant;
import factory.integration.saga.oauth.TokenRefused;
import java.util.Map;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trades refresh tokens for access tokens. An endpoint may replace the refresh token with each
 * answer: the new one is in the vault, under the reference that follows, before anything is used.
 */
final class RefreshTokens {

  private static final Logger log = LoggerFactory.getLogger(RefreshTokens.class);

  private final TokenClient client;
  private final CredentialSecrets secrets;
  private final CommandGateway commands;

  RefreshTokens(TokenClient client, CredentialSecrets secrets, CommandGateway commands) {
    this.client = client;
    this.secrets = secrets;
    this.commands = commands;
  }

  /**
   * A new access token, with the refresh token that is valid from now on.
   *
   * @param known where the version's refresh token was when the credential was read
   */
  Refreshed refresh(
      TenantId tenant,
      CredentialId id,
      int version,
      CredentialScheme.OAuth2RefreshToken scheme,
      SecretRef known) {
    SecretRef latest = secrets.latest(tenant, id, known);
    try {
      return refreshWith(tenant, id, version, scheme, latest);
    } catch (TokenRefused e) {
      SecretRef replaced = secrets.latest(tenant, id, latest);
      if (replaced.equals(latest)) {
        throw e;
      }
      log.debug("another node replaced the refresh token of {} meanwhile", id);
      return refreshWith(tenant, id, version, scheme, replaced);
    }
  }

  private Refreshed refreshWith(
      TenantId tenant,
      CredentialId id,
      int version,
      CredentialScheme.OAuth2RefreshToken scheme,
      SecretRef ref) {
    String token = secrets.get(tenant, id, ref);
    IssuedToken issued =
        client.fetch(
            new TokenGrant.RefreshToken(
                scheme.endpoint(), clientSecret(tenant, id, scheme), token));
    String next = issued.refreshToken();
    if (next == null || next.equals(token)) {
      return new Refreshed(issued, token);
    }
    secrets.put(tenant, id, ref.next(), next);
    record(tenant, new RecordRefreshToken(id, version, ref.next()));
    return new Refreshed(issued, next);
  }

  private @Nullable String clientSecret(
      TenantId tenant, CredentialId id, CredentialScheme.OAuth2RefreshToken scheme) {
    SecretRef ref = scheme.clientSecret();
    return ref == null ? null : secrets.get(tenant, id, ref);
  }

  /** Without its record the token is found all the same, as the one that follows in the vault. */
  private void record(TenantId tenant, RecordRefreshToken command) {
    try {
      commands.sendAndWait(
          new GenericCommandMessage<>(command, Map.of(ContextKeys.TENANT_ID, tenant.value())));
    } catch (RuntimeException e) {
      log.warn(
          "the refresh token of {} was replaced, which is not recorded yet: {}",
          command.credentialId(),
          e.toString());
    }
  }

  /** An access token, and the refresh token for the next one. */
  record Refreshed(IssuedToken access, String refreshToken) {

    @Override
    public String toString() {
      return "Refreshed[" + access + "]";
    }
  }
}
