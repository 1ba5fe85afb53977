package factory.integration.app.retention;

import factory.integration.api.messaging.UniqueIds;
import factory.integration.query.retention.RetentionStore;
import factory.integration.query.retention.RunningRebuilds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RetentionProperties.class)
class RetentionConfiguration {

  @Bean
  RetentionLifecycle retentionLifecycle(
      RetentionStore store,
      RunningRebuilds rebuilds,
      RetentionProperties properties,
      Clock clock,
      UniqueIds ids,
      MeterRegistry registry) {
    Retention retention =
        new Retention(store, rebuilds, properties, clock, "retention-" + ids.next(), registry);
    return new RetentionLifecycle(retention, properties.interval());
  }
}
