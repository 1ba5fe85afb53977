package factory.integration.app;

import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.delivery.DeliveryTurn;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.axonframework.config.Configuration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Which processor reads how: those on the way to an endpoint at once, the others in batches. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ViewsProperties.class)
class ProcessorConfiguration {

  /** The processor that routes and delivers. */
  static final String OUTBOUND = ProcessingGroups.DELIVERY;

  /** The processor that keeps what people register. */
  private static final String REGISTRY =
      factory.integration.query.ProcessingGroups.registryProcessor();

  /** The processor that rotates credentials. */
  static final String CREDENTIALS = "credentials";

  private static final int SMALL_BATCH = 200;
  private static final int LARGE_BATCH = 1000;
  private static final Duration REST = Duration.ofMillis(25);

  @Bean
  ConfigurerModule processorRegistration(
      Function<String, SequencedDeadLetterQueue<EventMessage<?>>> deadLetterQueues,
      ObjectProvider<DeliveryTurn> turn,
      ViewsProperties views) {
    return configurer -> {
      EventProcessingConfigurer processing = configurer.eventProcessing();
      processing.registerDefaultListenerInvocationErrorHandler(
          _ -> PropagatingErrorHandler.instance());
      processing.registerDeadLetterQueueProvider(group -> _ -> deadLetterQueues.apply(group));
      ProcessingGroups.OUTBOUND.forEach(
          group -> {
            processing.assignProcessingGroup(group, OUTBOUND);
            parkPoison(processing, group);
          });
      register(
          processing, OUTBOUND, axon -> turn.getObject().follow(axon.eventStore()), SMALL_BATCH);
      ProcessingGroups.CREDENTIALS.forEach(
          group -> {
            processing.assignProcessingGroup(group, CREDENTIALS);
            parkPoison(processing, group);
          });
      register(processing, CREDENTIALS, axon -> calm(axon, REST), LARGE_BATCH);
      processing.assignProcessingGroup(ProcessingGroups.RUN_RETRY, ProcessingGroups.DELIVERY_RETRY);
      ProcessingGroups.CALM.forEach(name -> registerCalm(processing, name, REST));
      factory.integration.query.ProcessingGroups.REGISTERED.forEach(
          group -> {
            processing.assignProcessingGroup(group, REGISTRY);
            parkPoison(processing, group);
          });
      register(processing, REGISTRY, axon -> calm(axon, REST), LARGE_BATCH);
      factory.integration.query.ProcessingGroups.ALONE.forEach(
          name -> registerCalm(processing, name, views.rest()));
    };
  }

  /** The groups that a processor handles events for. */
  static List<String> groupsOf(String processor) {
    if (processor.equals(OUTBOUND)) {
      return ProcessingGroups.OUTBOUND;
    }
    if (processor.equals(CREDENTIALS)) {
      return ProcessingGroups.CREDENTIALS;
    }
    return processor.equals(REGISTRY)
        ? factory.integration.query.ProcessingGroups.REGISTERED
        : List.of(processor);
  }

  /** Whether a processor feeds read models only, so that it can be made to begin again. */
  static boolean isProjection(String processor) {
    return factory.integration.query.ProcessingGroups.processors().contains(processor);
  }

  private static void registerCalm(
      EventProcessingConfigurer processing, String name, Duration rest) {
    parkPoison(processing, name);
    register(processing, name, axon -> calm(axon, rest), LARGE_BATCH);
  }

  private static void parkPoison(EventProcessingConfigurer processing, String group) {
    processing.registerDeadLetterPolicy(group, _ -> new ParkingPolicy(group));
    processing.registerDeadLetteringEventHandlerInvokerConfiguration(
        group, (_, invoker) -> invoker.allowReset(true).enableSequenceIdentifierCache());
  }

  private static StreamableMessageSource<TrackedEventMessage<?>> calm(
      Configuration axon, Duration rest) {
    return new CalmEventSource(axon.eventStore(), rest);
  }

  private static void register(
      EventProcessingConfigurer processing,
      String name,
      Function<Configuration, StreamableMessageSource<TrackedEventMessage<?>>> source,
      int batchSize) {
    processing.registerEventProcessor(
        name,
        (known, axon, handlers) ->
            SteadyEventProcessor.of(
                known,
                axon,
                handlers,
                source.apply(axon),
                TrackingEventProcessorConfiguration.forSingleThreadedProcessing()
                    .andBatchSize(batchSize)
                    .andInitialTrackingToken(StreamableMessageSource::createTailToken)));
  }
}
