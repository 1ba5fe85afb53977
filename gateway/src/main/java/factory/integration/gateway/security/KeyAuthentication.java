package factory.integration.gateway.security;

import factory.integration.gateway.request.RequestContext;
import java.util.Arrays;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A request that was made with a valid key; holds the key's id, never its text. */
final class KeyAuthentication extends AbstractAuthenticationToken {

  private static final long serialVersionUID = 1L;

  private static final List<GrantedAuthority> EVERY_SCOPE =
      Arrays.stream(Scope.values())
          .<GrantedAuthority>map(scope -> new SimpleGrantedAuthority(scope.label()))
          .toList();

  private final transient RequestContext context;

  KeyAuthentication(ApiKey key, RequestContext context) {
    super(authorities(key));
    this.context = context;
    setAuthenticated(true);
  }

  /** An admin key has every scope. */
  private static List<GrantedAuthority> authorities(ApiKey key) {
    return isAdmin(key)
        ? EVERY_SCOPE
        : key.scopes().stream().<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
  }

  static boolean isAdmin(ApiKey key) {
    return key.scopes().contains(Scope.ADMIN.label());
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return context.actor();
  }
}
