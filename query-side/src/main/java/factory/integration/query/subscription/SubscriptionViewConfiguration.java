package factory.integration.query.subscription;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SubscriptionViewConfiguration {

  @Bean
  SubscriptionProjection subscriptionProjection(SubscriptionViewStore store) {
    return new SubscriptionProjection(store);
  }

  @Bean
  SubscriptionQueryHandler subscriptionQueryHandler(SubscriptionViewStore store) {
    return new SubscriptionQueryHandler(store);
  }
}
