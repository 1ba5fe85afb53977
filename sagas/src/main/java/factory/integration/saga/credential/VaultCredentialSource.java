package factory.integration.saga.credential;

import factory.integration.api.credential.CredentialId;
import factory.integration.api.credential.CredentialScheme;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.IssuedToken;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.oauth.TokenGrant;
import factory.integration.saga.oauth.TokenRefused;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Resolves credentials out of their events, the vault and the tokens in memory. */
final class VaultCredentialSource implements CredentialSource {

  private final CredentialStates states;
  private final CredentialSecrets secrets;
  private final AccessTokens tokens;
  private final TokenClient client;
  private final RefreshTokens refreshTokens;

  VaultCredentialSource(
      CredentialStates states,
      CredentialSecrets secrets,
      AccessTokens tokens,
      TokenClient client,
      RefreshTokens refreshTokens) {
    this.states = states;
    this.secrets = secrets;
    this.tokens = tokens;
    this.client = client;
    this.refreshTokens = refreshTokens;
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, byte[] body) {
    CredentialState state = states.find(tenant, id).orElseThrow(() -> unknown(id));
    return resolve(new Use(tenant, id, state, state.current()), body);
  }

  @Override
  public ResolvedCredential resolve(TenantId tenant, CredentialId id, int version, byte[] body) {
    CredentialState state =
        states
            .find(tenant, id)
            .filter(known -> known.secrets().containsKey(version))
            .or(() -> states.findNow(tenant, id))
            .orElseThrow(() -> unknown(id));
    return resolve(new Use(tenant, id, state, version), body);
  }

  @Override
  public void refused(TenantId tenant, CredentialId id, ResolvedCredential credential) {
    credential
        .secrets()
        .forEach(secret -> tokens.forget(tokenName(id, credential.version()), secret));
  }

  private ResolvedCredential resolve(Use use, byte[] body) {
    return switch (use.state().settings().scheme()) {
      case CredentialScheme.ApiKey key -> {
        String secret = secretOf(use);
        String prefix = key.prefix() == null ? "" : key.prefix();
        yield use.resolved(key.header(), prefix + secret, List.of(secret));
      }
      case CredentialScheme.Basic basic -> {
        String password = secretOf(use);
        String pair = Signatures.base64(basic.username() + ":" + password);
        yield use.resolved("authorization", "Basic " + pair, List.of(pair, password));
      }
      case CredentialScheme.Bearer _ -> bearer(use, secretOf(use));
      case CredentialScheme.OAuth2ClientCredentials oauth ->
          bearer(
              use,
              token(
                  use,
                  () ->
                      client.fetch(
                          new TokenGrant.ClientCredentials(oauth.endpoint(), secretOf(use)))));
      case CredentialScheme.OAuth2RefreshToken oauth ->
          bearer(use, token(use, () -> refreshed(use, oauth)));
      case CredentialScheme.Hmac hmac -> signed(use, hmac, body);
    };
  }

  private IssuedToken refreshed(Use use, CredentialScheme.OAuth2RefreshToken oauth) {
    return refreshTokens
        .refresh(use.tenant(), use.id(), use.version(), oauth, use.secret())
        .access();
  }

  private static ResolvedCredential bearer(Use use, String token) {
    return use.resolved("authorization", "Bearer " + token, List.of(token));
  }

  /** While two versions overlap both sign, so that a receiver may know either. */
  private ResolvedCredential signed(Use use, CredentialScheme.Hmac hmac, byte[] body) {
    String header = hmac.header().toLowerCase(Locale.ROOT);
    String signature = Signatures.sign(hmac.algorithm(), secretOf(use), body);
    SecretRef previous = use.version() == use.state().current() ? use.state().previous() : null;
    if (previous == null) {
      return use.resolved(header, signature, List.of());
    }
    String old = secrets.get(use.tenant(), use.id(), previous);
    Map<String, String> both =
        Map.of(
            header, signature, header + "-previous", Signatures.sign(hmac.algorithm(), old, body));
    return new ResolvedCredential(use.version(), both, List.of());
  }

  private String token(Use use, Supplier<IssuedToken> issuer) {
    try {
      return tokens.get(tokenName(use.id(), use.version()), issuer).accessToken();
    } catch (TokenRefused e) {
      throw new CredentialUnavailable(e.isRetriable(), e.sentence());
    }
  }

  private String secretOf(Use use) {
    return secrets.get(use.tenant(), use.id(), use.secret());
  }

  private static String tokenName(CredentialId id, int version) {
    return id + ":" + version;
  }

  private static CredentialUnavailable unknown(CredentialId id) {
    return new CredentialUnavailable(false, "there is no credential " + id);
  }

  private record Use(TenantId tenant, CredentialId id, CredentialState state, int version) {

    SecretRef secret() {
      return state.secretOf(version);
    }

    ResolvedCredential resolved(String header, String value, List<String> secrets) {
      return new ResolvedCredential(
          version, Map.of(header.toLowerCase(Locale.ROOT), value), secrets);
    }
  }
}
