package factory.integration.saga.operation;

import factory.integration.api.mapping.JsonMapping;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class OperationConfiguration {

  @Bean
  OperationComposer operationComposer(JsonMapping mapping) {
    return new OperationComposer(mapping);
  }

  @Bean
  AnswerReader answerReader(JsonMapping mapping) {
    return new AnswerReader(mapping);
  }
}
