package factory.integration.saga.run;

import factory.integration.api.mapping.JsonMapping;
import factory.integration.api.mapping.JsonSchemaCheck;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.saga.connection.ConnectionDirectory;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.delivery.WebhookSender;
import factory.integration.saga.delivery.WorkIntake;
import factory.integration.saga.operation.AnswerReader;
import factory.integration.saga.operation.OperationComposer;
import factory.integration.saga.registry.RegisteredIntegrations;
import factory.integration.saga.sourceevent.SourceEvents;
import java.time.Clock;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RunConfiguration {

  @Bean
  RunInputs runInputs(EventStore eventStore) {
    return new RunInputs(eventStore);
  }

  @Bean
  RunIntake runIntake(WorkIntake work, RunInputs inputs) {
    return new RunIntake(work, inputs);
  }

  @Bean
  RunTargets runTargets(RegisteredIntegrations registered) {
    return new RunTargets(registered);
  }

  @Bean
  RunRules runRules(JsonSchemaCheck schemas) {
    return new RunRules(schemas);
  }

  @Bean
  ProviderRequests providerRequests(OperationComposer composer, CredentialSource credentials) {
    return new ProviderRequests(composer, credentials);
  }

  @Bean
  ProviderCall providerCall(ProviderRequests requests, WebhookSender sender, AnswerReader answers) {
    return new ProviderCall(requests, sender, new RunVerdict(answers));
  }

  @Bean
  PlannedRuns plannedRuns(
      RegisteredIntegrations registered,
      RunTargets targets,
      RunRules rules,
      ProviderRequests requests,
      UniqueIds ids,
      Clock clock) {
    return new PlannedRuns(registered, targets, rules, new DryRuns(requests), ids, clock);
  }

  @Bean
  RunAttempt runAttempt(
      RunInputs inputs,
      TriggeredInputs triggered,
      RunRules rules,
      ProviderCall calls,
      AttemptBeginning beginning,
      Clock clock) {
    return new RunAttempt(inputs, triggered, rules, calls, beginning, clock);
  }

  @Bean
  AttemptBeginning attemptBeginning(CommandGateway commands, Clock clock) {
    return new AttemptBeginning(commands, clock);
  }

  @Bean
  TriggeredInputs triggeredInputs(
      SourceEvents sourceEvents, JsonMapping mapping, AnswerReader answers, ProviderCall calls) {
    return new TriggeredInputs(sourceEvents, mapping, answers, calls);
  }

  @Bean
  RunCall runCall(
      RegisteredIntegrations registered,
      RunTargets targets,
      RunAttempt attempt,
      AttemptBeginning beginning,
      Clock clock) {
    RunPace pace = new RunPace(System::nanoTime);
    return new RunCall(registered, targets, pace, attempt, beginning, clock);
  }

  @Bean
  TriggerRouter triggerRouter(
      ConnectionDirectory connections,
      PlannedRuns plans,
      SourceEvents sourceEvents,
      CommandGateway commands) {
    return new TriggerRouter(connections, plans, sourceEvents, commands);
  }
}
