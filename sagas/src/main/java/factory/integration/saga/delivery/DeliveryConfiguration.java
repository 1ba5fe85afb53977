package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookTester;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.routing.SubscriptionDirectory;
import factory.integration.saga.sourceevent.SourceEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeliveryProperties.class)
class DeliveryConfiguration {

  @Bean
  NodeId nodeId(UniqueIds ids) {
    return new NodeId("node-" + ids.next());
  }

  @Bean
  CatchUp catchUp(EventStore eventStore, @Lazy EventProcessingConfiguration processing) {
    long[] head = {-1};
    return new CatchUp(() -> head[0] = head(eventStore), () -> hasReached(processing, head[0]));
  }

  @Bean
  WebhookComposer webhookComposer(SecretVault vault, Clock clock) {
    return new WebhookComposer(vault, clock);
  }

  @Bean
  OutcomeRecorder outcomeRecorder(CommandBus commandBus) {
    return new OutcomeRecorder(commandBus);
  }

  @Bean
  DeliveryEngine deliveryEngine(
      DeliveryProperties properties,
      SubscriptionDirectory subscriptions,
      SourceEvents sourceEvents,
      WebhookComposer composer,
      WebhookSender sender,
      Clock clock,
      OutcomeRecorder recorder,
      EventStore eventStore,
      DueWork dueWork,
      MeterRegistry registry) {
    DeliveryMetrics metrics = new DeliveryMetrics(registry);
    DeliveryEngine engine =
        new DeliveryEngine(
            properties.limits(),
            new DeliveryCall(subscriptions, sourceEvents, composer, sender, clock),
            recorder,
            metrics);
    metrics.gauge("platform.delivery.due", "attempts to make", dueWork::count);
    metrics.gauge(
        "platform.delivery.in.flight", "calls under way", () -> engine.queue().inFlight());
    metrics.gauge("platform.delivery.outcomes", "outcomes to store", recorder::waiting);
    eventStore.subscribe(engine::withdrawCancelled);
    return engine;
  }

  @Bean
  DeliveryIntake deliveryIntake(
      DueWork dueWork, DeliveryEngine engine, NodeId node, CatchUp catchUp) {
    return new DeliveryIntake(dueWork, engine.queue(), node, catchUp);
  }

  @Bean
  WebhookTester webhookTester(
      SubscriptionDirectory subscriptions,
      WebhookComposer composer,
      WebhookSender sender,
      Clock clock,
      UniqueIds ids) {
    return new ExampleSender(subscriptions, composer, sender, clock, ids);
  }

  @Bean
  SmartLifecycle deliveryLifecycle(
      CatchUp catchUp,
      DeliveryEngine engine,
      OutcomeRecorder recorder,
      DueWork dueWork,
      NodeId node,
      Clock clock,
      DeliveryProperties properties) {
    return new DeliveryLifecycle(
        catchUp,
        engine,
        recorder,
        new DeliverySweeper(dueWork, engine.queue(), properties.limits(), node, catchUp, clock),
        properties.shutdownGrace());
  }

  private static long head(EventStore eventStore) {
    TrackingToken token = eventStore.createHeadToken();
    return token == null ? -1 : token.position().orElse(-1);
  }

  private static boolean hasReached(EventProcessingConfiguration processing, long head) {
    return processing
        .eventProcessor(ProcessingGroups.DELIVERY, StreamingEventProcessor.class)
        .map(processor -> processor.processingStatus().values())
        .filter(statuses -> !statuses.isEmpty())
        .map(statuses -> statuses.stream().allMatch(status -> hasReached(status, head)))
        .orElse(false);
  }

  private static boolean hasReached(EventTrackerStatus status, long head) {
    return status.getCurrentPosition().orElse(-1) >= head;
  }
}
