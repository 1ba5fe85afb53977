package factory.integration.saga.deadline;

import factory.integration.api.messaging.UniqueIds;
import java.time.Clock;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurationScopeAwareProvider;
import org.axonframework.deadline.DeadlineManager;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeadlineConfiguration {

  @Bean
  DeadlineCodec deadlineCodec(@Qualifier("serializer") Serializer serializer) {
    return new DeadlineCodec(serializer);
  }

  @Bean
  DeadlineClock deadlineClock(
      DeadlineStore store,
      DeadlineCodec codec,
      org.axonframework.config.Configuration axon,
      TransactionManager transactions,
      Clock clock,
      UniqueIds ids) {
    return new DeadlineClock(
        store,
        new DeadlineExecutor(
            store,
            codec,
            new ConfigurationScopeAwareProvider(axon),
            transactions,
            axon.correlationDataProviders()),
        clock,
        ids.next());
  }

  @Bean
  DeadlineManager deadlineManager(
      DeadlineStore store, DeadlineCodec codec, DeadlineClock alarm, Clock clock) {
    return new StoredDeadlineManager(store, codec, alarm, clock);
  }

  @Bean
  SmartLifecycle deadlineClockLifecycle(DeadlineClock clock) {
    return new DeadlineClockLifecycle(clock);
  }
}
