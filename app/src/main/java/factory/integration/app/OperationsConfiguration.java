package factory.integration.app;

import factory.integration.api.messaging.NodeId;
import factory.integration.api.messaging.NodeRegistry;
import factory.integration.api.messaging.StoreHealth;
import factory.integration.gateway.busletter.BusDeadLetterCount;
import factory.integration.gateway.event.PublishPace;
import factory.integration.query.integrationevent.CallsInFlight;
import factory.integration.saga.delivery.RunningCalls;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators look at: health, processors and their lag. */
@Configuration(proxyBeanMethods = false)
class OperationsConfiguration {

  @Bean("store")
  HealthIndicator storeHealthIndicator(StoreHealth store) {
    return new StoreHealthIndicator(store);
  }

  @Bean
  DeadLetteredEvents parkedEvents(EventProcessingConfiguration processing) {
    return new DeadLetteredEvents(processing);
  }

  @Bean
  Processors processors(
      EventProcessingConfiguration processing, EventStore eventStore, DeadLetteredEvents parked) {
    return new Processors(processing, eventStore, parked);
  }

  @Bean
  ProcessorBalance processorBalance(
      NodeRegistry nodes, EventProcessingConfiguration processing, Clock clock, NodeId node) {
    return new ProcessorBalance(nodes, processing, clock, node);
  }

  @Bean
  PublishPace publishPace(Processors processors) {
    return new RoutingPace(() -> processors.lag(ProcessorConfiguration.OUTBOUND));
  }

  @Bean
  CallsInFlight callsInFlight(RunningCalls calls) {
    return attempt -> calls.startedAt(attempt.workId(), attempt.attempt());
  }

  @Bean
  MeterBinder processorLag(Processors processors) {
    return (MeterRegistry registry) -> processors.bindLagTo(registry);
  }

  /** No number while the bus is away. */
  @Bean
  MeterBinder busDeadLetterGauge(ObjectProvider<BusDeadLetterCount> counts) {
    return (MeterRegistry registry) ->
        counts.ifAvailable(
            count ->
                Gauge.builder(
                        "platform.bus.dead.letters",
                        () ->
                            count.waiting().stream().asDoubleStream().findAny().orElse(Double.NaN))
                    .description("messages that were not taken from the bus")
                    .register(registry));
  }
}
