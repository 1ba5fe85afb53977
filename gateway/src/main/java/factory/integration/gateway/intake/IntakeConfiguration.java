package factory.integration.gateway.intake;

import factory.integration.gateway.event.EventPublisher;
import factory.integration.gateway.event.PublishPace;
import factory.integration.gateway.event.PublishProperties;
import factory.integration.gateway.problem.ProblemTranslator;
import factory.integration.gateway.request.RequestContexts;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IntakeProperties.class)
class IntakeConfiguration {

  @Bean
  EventIntake eventIntake(
      IntakeProperties properties,
      PublishProperties limits,
      EventPublisher publisher,
      RequestContexts contexts,
      PublishPace pace,
      ProblemTranslator problems) {
    return new EventIntake(
        new IntakeTenants(properties.tenants()),
        publisher,
        contexts,
        pace,
        problems,
        limits.maxBodyBytes());
  }
}
