package factory.integration.gateway.security;

import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.PATCH;
import static org.springframework.http.HttpMethod.POST;

import jakarta.servlet.DispatcherType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

/** Which scope each route needs; the first rule that fits decides, the busiest comes first. */
final class AccessRules
    implements Customizer<
        AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry> {

  private static final String[] INTEGRATIONS = {
    "/v1/integrations/providers/**",
    "/v1/integrations/clients/**",
    "/v1/integrations/catalog/**",
    "/v1/integrations/credentials/**",
    "/v1/integrations/connections/**",
    "/v1/integrations/runs/**",
    "/v1/inbound/sources/**"
  };

  @Override
  public void customize(
      AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry
          rules) {
    rules
        .requestMatchers(POST, "/v1/events", "/v1/events/batch")
        .hasAuthority(label(Scope.EVENTS_PUBLISH));
    rules.dispatcherTypeMatchers(DispatcherType.ERROR).permitAll();
    rules
        .requestMatchers("/inbox/**", "/actuator/health/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
        .permitAll();
    rules.requestMatchers("/actuator/prometheus").hasAuthority(label(Scope.METRICS_READ));
    rules
        .requestMatchers("/actuator/**", "/v1/admin/**", "/v1/api-keys/**")
        .hasAuthority(label(Scope.ADMIN));
    rules
        .requestMatchers(POST, "/v1/integrations/events/*/cancel")
        .hasAuthority(label(Scope.EVENTS_PUBLISH));
    rules
        .requestMatchers(POST, "/v1/integrations/events/*/retry", "/v1/dead-letters/*/redrive")
        .hasAuthority(label(Scope.INTEGRATIONS_WRITE));
    rules
        .requestMatchers(PATCH, "/v1/integrations/events/*")
        .hasAuthority(label(Scope.INTEGRATIONS_WRITE));
    rules
        .requestMatchers(
            "/v1/events/**",
            "/v1/integrations/events/**",
            "/v1/webhooks/deliveries/**",
            "/v1/dead-letters/**",
            "/v1/published-events/**")
        .hasAuthority(label(Scope.EVENTS_READ));
    rules
        .requestMatchers(GET, "/v1/webhooks/subscriptions/*/secret")
        .hasAuthority(label(Scope.SUBSCRIPTIONS_WRITE));
    rules
        .requestMatchers(GET, "/v1/webhooks/subscriptions/**")
        .hasAuthority(label(Scope.SUBSCRIPTIONS_READ));
    rules
        .requestMatchers("/v1/webhooks/subscriptions/**")
        .hasAuthority(label(Scope.SUBSCRIPTIONS_WRITE));
    rules.requestMatchers(GET, INTEGRATIONS).hasAuthority(label(Scope.INTEGRATIONS_READ));
    rules.requestMatchers(INTEGRATIONS).hasAuthority(label(Scope.INTEGRATIONS_WRITE));
    rules.requestMatchers(POST, "/v1/inbound/*").permitAll();
    rules.anyRequest().authenticated();
  }

  private static String label(Scope scope) {
    return scope.label();
  }
}
