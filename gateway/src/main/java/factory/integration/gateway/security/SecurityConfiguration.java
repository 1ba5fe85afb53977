package factory.integration.gateway.security;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.request.RequestContexts;
import java.time.Clock;
import java.util.Objects;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderNotFoundException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.NullSecurityContextRepository;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
class SecurityConfiguration {

  @Bean
  ApiKeys apiKeys(ApiKeyStore store, UniqueIds ids, Clock clock) {
    return new ApiKeys(store, new KeyCache(store, System::nanoTime), ids, clock);
  }

  @Bean
  AdminKeyBootstrap adminKeyBootstrap(
      ApiKeys keys, ApiKeyStore store, SecurityProperties properties) {
    return new AdminKeyBootstrap(
        keys, store, properties.adminKey(), Objects.requireNonNull(properties.dataDir()));
  }

  @Bean
  AccessProblems accessProblems(ProblemTranslator translator) {
    return new AccessProblems(translator);
  }

  /** There are no passwords; without this bean a user with a random one would be made. */
  @Bean
  AuthenticationManager noPasswords() {
    return authentication -> {
      throw new ProviderNotFoundException("API keys only");
    };
  }

  @Bean
  SecurityFilterChain apiKeySecurity(
      HttpSecurity http,
      ApiKeys keys,
      RequestContexts contexts,
      ProblemTranslator translator,
      AccessProblems problems) {
    return http.csrf(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .anonymous(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .servletApi(AbstractHttpConfigurer::disable)
        .sessionManagement(AbstractHttpConfigurer::disable)
        .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
        .headers(h -> h.defaultsDisabled().contentTypeOptions(c -> {}).cacheControl(c -> {}))
        .exceptionHandling(e -> e.authenticationEntryPoint(problems).accessDeniedHandler(problems))
        .addFilterBefore(new ApiKeyFilter(keys, contexts, translator), AuthorizationFilter.class)
        .authorizeHttpRequests(new AccessRules())
        .build();
  }
}
