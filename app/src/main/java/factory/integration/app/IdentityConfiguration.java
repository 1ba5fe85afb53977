package factory.integration.app;

import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.UniqueIds;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  UniqueIds uniqueIds(Clock clock) {
    return new UniqueIds(clock);
  }

  @Bean
  NodeId nodeId(UniqueIds ids) {
    return new NodeId("node-" + ids.next());
  }
}
