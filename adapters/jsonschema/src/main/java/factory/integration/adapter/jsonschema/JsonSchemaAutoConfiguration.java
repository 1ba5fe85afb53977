package factory.integration.adapter.jsonschema;

import factory.integration.api.mapping.JsonSchemaCheck;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives the {@link JsonSchemaCheck}. */
@AutoConfiguration
public class JsonSchemaAutoConfiguration {

  @Bean
  JsonSchemaCheck jsonSchemaCheck() {
    return new NetworkntSchemaCheck();
  }
}
