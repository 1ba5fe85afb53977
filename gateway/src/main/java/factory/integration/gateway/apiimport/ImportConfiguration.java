package factory.integration.gateway.apiimport;

import factory.integration.gateway.request.BodyLimit;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

  /** Documents of large APIs are long. */
  private static final long MOST_BYTES = 16L << 20;

  @Bean
  BodyLimit importBodyLimit() {
    return new BodyLimit("/v1/integrations/clients/import", MOST_BYTES);
  }
}
