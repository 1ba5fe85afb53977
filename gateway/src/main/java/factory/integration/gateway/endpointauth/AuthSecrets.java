package factory.integration.gateway.endpointauth;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.subscription.EndpointAuth;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.HmacAlgorithm;
import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import factory.integration.api.vault.SecretRef;
import factory.integration.api.vault.SecretVault;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the secrets of a checked authentication into the vault and keeps references only. */
public final class AuthSecrets {

  private static final EndpointAuth NO_AUTH = new EndpointAuth.None();

  private final SecretVault vault;
  private final UniqueIds ids;

  public AuthSecrets(SecretVault vault, UniqueIds ids) {
    this.vault = vault;
    this.ids = ids;
  }

  /** The authentication; a masked secret stays the stored one. */
  public EndpointAuth store(@Nullable AuthForm form, EndpointAuth stored, TenantId tenant) {
    if (form == null) {
      return NO_AUTH;
    }
    return switch (AuthType.labelled(form.type()).orElseThrow()) {
      case NONE -> NO_AUTH;
      case BASIC ->
          new EndpointAuth.Basic(text(form.username()), ref(form.password(), stored, tenant));
      case BEARER -> new EndpointAuth.Bearer(ref(form.token(), stored, tenant));
      case API_KEY ->
          new EndpointAuth.ApiKey(text(form.header()), ref(form.value(), stored, tenant));
      case HMAC ->
          new EndpointAuth.Hmac(
              text(form.header()),
              ref(form.secret(), stored, tenant),
              "sha512".equals(form.algorithm()) ? HmacAlgorithm.SHA512 : HmacAlgorithm.SHA256);
      case OAUTH2 ->
          new EndpointAuth.OAuth2(endpoint(form), ref(form.clientSecret(), stored, tenant));
    };
  }

  private static TokenEndpoint endpoint(AuthForm form) {
    return new TokenEndpoint(
        new EndpointUrl(text(form.tokenUrl())),
        text(form.clientId()),
        Objects.requireNonNullElse(form.scopes(), List.of()),
        form.audience(),
        "form".equals(form.clientProof()) ? ClientProof.FORM : ClientProof.BASIC);
  }

  private static String text(@Nullable String checked) {
    return Objects.requireNonNull(checked);
  }

  private SecretRef ref(@Nullable String secret, EndpointAuth stored, TenantId tenant) {
    if (text(secret).equals(AuthForm.MASK)) {
      return refOf(stored).orElseThrow();
    }
    SecretRef ref = new SecretRef("sec-" + ids.next(), 1);
    vault.put(tenant, ref, text(secret));
    return ref;
  }

  private static Optional<SecretRef> refOf(EndpointAuth auth) {
    return switch (auth) {
      case EndpointAuth.None none -> Optional.empty();
      case EndpointAuth.Basic basic -> Optional.of(basic.password());
      case EndpointAuth.Bearer bearer -> Optional.of(bearer.token());
      case EndpointAuth.ApiKey key -> Optional.of(key.value());
      case EndpointAuth.Hmac hmac -> Optional.of(hmac.secret());
      case EndpointAuth.OAuth2 oauth -> Optional.of(oauth.clientSecret());
    };
  }
}
