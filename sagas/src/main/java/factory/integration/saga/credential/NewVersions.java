package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.credential.RotationMethod;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.oauth.TokenGrant;
import factory.integration.saga.oauth.TokenRefused;
import java.security.SecureRandom;
import java.util.Base64;

/** Gets secrets of next versions, and puts them into the vault. */
public final class NewVersions {

  private static final int GENERATED_BYTES = 32;

  private final CredentialSecrets secrets;
  private final TokenClient client;
  private final RefreshTokens refreshTokens;
  private final CredentialOperation operation;
  private final SecureRandom random = new SecureRandom();

  NewVersions(
      CredentialSecrets secrets,
      TokenClient client,
      RefreshTokens refreshTokens,
      CredentialOperation operation) {
    this.secrets = secrets;
    this.client = client;
    this.refreshTokens = refreshTokens;
    this.operation = operation;
  }

  /**
   * The candidate's secret is in the vault when this returns; one that is there already stays.
   *
   * @throws CredentialUnavailable when there is no new secret
   */
  public void obtain(TenantId tenant, CredentialId id, CredentialState state, SecretRef candidate) {
    if (!secrets.has(tenant, id, candidate)) {
      try {
        secrets.put(tenant, id, candidate, newSecret(tenant, id, state));
      } catch (TokenRefused e) {
        throw new CredentialUnavailable(e.isRetriable(), e.sentence());
      }
    }
  }

  /** Forgets a secret that is not going to be used any more. */
  public void forget(TenantId tenant, SecretRef ref) {
    secrets.remove(tenant, ref);
  }

  private String newSecret(TenantId tenant, CredentialId id, CredentialState state) {
    return switch (state.settings().rotation()) {
      case RotationMethod.Supplied _ ->
          throw new CredentialUnavailable(false, "the supplied secret is not in the vault");
      case RotationMethod.Generated _ -> generated();
      case RotationMethod.FromTokenEndpoint method -> fromEndpoint(tenant, id, state, method);
      case RotationMethod.ByOperation method -> operation.newSecret(tenant, id, method);
    };
  }

  private String generated() {
    byte[] bytes = new byte[GENERATED_BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private String fromEndpoint(
      TenantId tenant,
      CredentialId id,
      CredentialState state,
      RotationMethod.FromTokenEndpoint method) {
    if (method.endpoint() != null && method.clientSecret() != null) {
      String secret = secrets.get(tenant, id, method.clientSecret());
      return client
          .fetch(new TokenGrant.ClientCredentials(method.endpoint(), secret))
          .accessToken();
    }
    if (state.settings().scheme() instanceof CredentialScheme.OAuth2RefreshToken scheme) {
      int version = state.current();
      SecretRef known = state.secretOf(version);
      return refreshTokens.refresh(tenant, id, version, scheme, known).refreshToken();
    }
    throw new CredentialUnavailable(false, "the credential names no token endpoint");
  }
}
