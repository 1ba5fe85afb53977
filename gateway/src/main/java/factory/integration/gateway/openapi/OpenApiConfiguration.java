package factory.integration.gateway.openapi;

import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.node.ObjectNode;

@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

  private static final String SCHEME = "apiKey";

  static {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(RequestContext.class);
    SpringDocUtils.getConfig().replaceWithClass(ObjectNode.class, Object.class);
  }

  @Bean
  OpenAPI managementApi() {
    return new OpenAPI()
        .info(new Info().title("Integration platform").version("1").description("Management API"))
        .addSecurityItem(new SecurityRequirement().addList(SCHEME))
        .components(
            new Components()
                .addSecuritySchemes(
                    SCHEME, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer")));
  }
}
