package factory.integration.saga.oauth;

import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OAuthProperties.class)
class OAuthConfiguration {

  @Bean
  TokenClient tokenClient(
      TokenTransport transport, InstantSource clock, OAuthProperties properties) {
    return new TokenClient(transport, clock, properties.tokenTimeout());
  }

  @Bean
  AccessTokens accessTokens(InstantSource clock) {
    return new AccessTokens(clock);
  }
}
