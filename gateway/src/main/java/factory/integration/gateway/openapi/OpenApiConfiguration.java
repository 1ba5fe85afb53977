package factory.integration.gateway.openapi;

import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String SCHEME = "apiKey";

  private static final String ABOUT =
      "Management API. The key names the tenant; an admin key may act for another one with the"
          + " header X-Tenant-Id. Optional headers of every request: X-Correlation-Id and"
          + " traceparent.";

  private static final String SCOPES =
      """
      An API key. Its scopes say what it may do: events.publish (publish events, cancel deliveries), \
      events.read (events, integration events, deliveries, dead letters), subscriptions.read, \
      subscriptions.write (also secrets and test calls), integrations.read, integrations.write \
      (inbound sources and whatever else is integrated), metrics.read, admin (everything, for any \
      tenant).\
      """;

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestContext.class);
  }

  @Bean
  OpenApiCustomizer problemResponses() {
    return new ProblemResponses();
  }

  @Bean
  OpenApiCustomizer jsonAnswers() {
    return new JsonAnswers();
  }

  @Bean
  ModelConverter nullableProperties() {
    return new NullableProperties();
  }

  @Bean
  OpenAPI managementApi() {
    return new OpenAPI()
        .info(new Info().title("Integration platform").version("1").description(ABOUT))
        .servers(List.of(new Server().url("/")))
        .addSecurityItem(new SecurityRequirement().addList(SCHEME))
        .components(
            new Components()
                .addSecuritySchemes(
                    SCHEME,
                    new SecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .description(SCOPES)));
  }
}
