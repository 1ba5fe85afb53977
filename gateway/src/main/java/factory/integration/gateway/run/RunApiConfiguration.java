package factory.integration.gateway.run;

import factory.integration.api.run.RunPlanner;
import factory.integration.gateway.request.Messages;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunApiConfiguration {

  @Bean
  Runs runs(Messages messages, RunPlanner planner, Clock clock) {
    return new Runs(messages, planner, clock);
  }
}
