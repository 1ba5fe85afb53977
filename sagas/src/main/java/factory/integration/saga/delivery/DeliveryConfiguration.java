package factory.integration.saga.delivery;

import factory.integration.api.delivery.WebhookTester;
import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.ReadAhead;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.vault.SecretVault;
import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.oauth.AccessTokens;
import factory.integration.saga.oauth.TokenClient;
import factory.integration.saga.routing.SubscriptionDirectory;
import factory.integration.saga.sourceevent.SourceEvents;
import factory.integration.saga.stream.StreamMemory;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
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
  CatchUp catchUp(EventStore eventStore, @Lazy EventProcessingConfiguration processing) {
    return new CatchUp(
        () -> head(eventStore),
        head ->
            hasReached(processing, ProcessingGroups.ROUTING, head)
                && hasReached(processing, ProcessingGroups.DELIVERY, head));
  }

  @Bean
  BatchBarrier batchBarrier() {
    return new BatchBarrier();
  }

  @Bean
  WebhookComposer webhookComposer(
      SecretVault vault, AccessTokens tokens, TokenClient tokenClient, Clock clock) {
    return new WebhookComposer(new EndpointAuthenticator(vault, tokens, tokenClient), clock);
  }

  @Bean
  OutcomeRecorder outcomeRecorder(CommandBus commandBus, ReadAhead readAhead) {
    return new OutcomeRecorder(new OutcomeStore(commandBus, readAhead));
  }

  @Bean
  RunningCalls runningCalls(Clock clock) {
    return new RunningCalls(clock);
  }

  @Bean
  DeliveryEngine deliveryEngine(
      DeliveryProperties properties,
      List<AttemptMaker> makers,
      OutcomeRecorder recorder,
      EventStore eventStore,
      DueWork dueWork,
      RunningCalls running,
      OwnedWork work,
      MeterRegistry registry) {
    DeliveryMetrics metrics = new DeliveryMetrics(registry);
    DeliveryEngine engine =
        new DeliveryEngine(
            properties.limits(), makers, recorder, metrics, running, work::holdsLease);
    metrics.gauge("platform.delivery.due", "attempts to make", dueWork::count);
    metrics.gauge(
        "platform.delivery.in.flight", "calls under way", () -> engine.queue().inFlight());
    metrics.gauge("platform.delivery.outcomes", "outcomes to store", recorder::waiting);
    eventStore.subscribe(engine::withdrawCancelled);
    return engine;
  }

  @Bean
  AttemptMaker deliveryCall(
      SubscriptionDirectory subscriptions,
      SourceEvents sourceEvents,
      WebhookComposer composer,
      WebhookSender sender,
      Clock clock) {
    return new DeliveryCall(subscriptions, sourceEvents, composer, sender, clock);
  }

  @Bean
  WorkIntake workIntake(
      DueWork dueWork,
      DeliveryEngine engine,
      OwnedWork work,
      CatchUp catchUp,
      BatchBarrier barrier) {
    return new WorkIntake(dueWork, engine.queue(), work, catchUp, barrier);
  }

  @Bean
  DeliveryIntake deliveryIntake(WorkIntake work) {
    return new DeliveryIntake(work);
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
  OwnedWork ownedWork(DueWork dueWork, NodeId node, DeliveryProperties properties, Clock clock) {
    return new OwnedWork(dueWork, node, properties.lease(), clock);
  }

  @Bean
  DeliveryTurn deliveryTurn(
      OwnedWork work,
      CatchUp catchUp,
      DeliveryEngine engine,
      BatchBarrier barrier,
      List<StreamMemory> memories) {
    return new DeliveryTurn(work, catchUp, engine.queue(), barrier, memories);
  }

  @Bean
  SmartLifecycle deliveryLifecycle(
      CatchUp catchUp,
      DeliveryEngine engine,
      OutcomeRecorder recorder,
      OwnedWork work,
      BatchBarrier barrier,
      DeliveryTurn turn,
      DeliveryProperties properties) {
    return new DeliveryLifecycle(
        engine,
        recorder,
        new DeliverySweeper(work, engine.queue(), barrier, catchUp, turn),
        properties.shutdownGrace());
  }

  private static long head(EventStore eventStore) {
    TrackingToken token = eventStore.createHeadToken();
    return token == null ? -1 : token.position().orElse(-1);
  }

  /** A group without a processor of its own shares one that is asked, too. */
  private static boolean hasReached(
      EventProcessingConfiguration processing, String name, long head) {
    return processing
        .eventProcessor(name, StreamingEventProcessor.class)
        .map(processor -> processor.processingStatus().values())
        .map(statuses -> !statuses.isEmpty() && haveReached(statuses, head))
        .orElse(true);
  }

  private static boolean haveReached(Collection<EventTrackerStatus> statuses, long head) {
    return statuses.stream().allMatch(it -> it.getCurrentPosition().orElse(-1) >= head);
  }
}
