package factory.integration.gateway.request;

import factory.integration.api.messaging.UniqueIds;
import java.util.List;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.queryhandling.QueryGateway;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@Configuration(proxyBeanMethods = false)
class RequestConfiguration {

  private static final long GENERAL_BODY_LIMIT = 1 << 20;

  /** Before Spring Security's filters, so that nobody's long body is read. */
  private static final int BEFORE_SECURITY = -110;

  @Bean
  RequestContexts requestContexts(UniqueIds ids) {
    return new RequestContexts(ids);
  }

  @Bean
  Messages messages(CommandGateway commands, QueryGateway queries) {
    return new Messages(commands, queries);
  }

  @Bean
  FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(List<BodyLimit> limits) {
    var registration =
        new FilterRegistrationBean<>(new BodyLimitFilter(limits, GENERAL_BODY_LIMIT));
    registration.setOrder(BEFORE_SECURITY);
    return registration;
  }

  @Bean
  WebMvcConfigurer requestContextArguments() {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestContextArgument());
      }
    };
  }
}
