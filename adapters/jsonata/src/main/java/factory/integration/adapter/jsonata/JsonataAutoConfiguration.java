package factory.integration.adapter.jsonata;

import factory.integration.api.mapping.JsonMapping;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Gives the {@link JsonMapping}. */
@AutoConfiguration
@EnableConfigurationProperties(MappingProperties.class)
public class JsonataAutoConfiguration {

  @Bean
  JsonMapping jsonMapping(MappingProperties properties, Clock clock) {
    return new JsonataMapping(properties.limits(), clock);
  }
}
