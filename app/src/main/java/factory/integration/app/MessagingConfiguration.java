package factory.integration.app;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import factory.integration.api.messaging.ReadAhead;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.jackson3.Jackson3SerializerCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.DeserializationFeature;

@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

  @Bean
  CorrelationDataProvider contextCorrelation() {
    return new ContextCorrelation();
  }

  /** Commands write to the event store alone, so they need no transaction of the state database. */
  @Bean
  CommandBus commandBus(CorrelationDataProvider correlation, ObjectProvider<ReadAhead> readAhead) {
    CommandBus commandBus =
        SimpleCommandBus.builder().transactionManager(NoTransactionManager.INSTANCE).build();
    commandBus.registerHandlerInterceptor(new CorrelationDataInterceptor<>(correlation));
    commandBus.registerHandlerInterceptor(new FreshEvents(readAhead::getObject));
    return commandBus;
  }

  /** Sagas are written by their fields; what a later version adds is ignored by an earlier one. */
  @Bean
  Jackson3SerializerCustomizer serializerFields() {
    return mapper ->
        mapper
            .changeDefaultVisibility(
                visibility -> visibility.withVisibility(PropertyAccessor.FIELD, Visibility.ANY))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
  }
}
