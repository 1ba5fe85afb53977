package factory.integration.app;

import factory.integration.gateway.inbound.InboundResult;
import factory.integration.gateway.inbound.InboundResults;
import factory.integration.saga.publication.BusState;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Figures of the platform as a whole; the parts bring their own. */
@Configuration(proxyBeanMethods = false)
class MetricsConfiguration {

  /** Before all others, so that what these refuse is timed too. */
  private static final int FIRST = -1000;

  @Bean
  FilterRegistrationBean<RequestTimer> requestTimer(MeterRegistry registry) {
    var registration = new FilterRegistrationBean<>(new RequestTimer(registry));
    registration.setOrder(FIRST);
    return registration;
  }

  @Bean
  ConfigurerModule acceptedEvents(MeterRegistry registry) {
    AcceptedEvents accepted = new AcceptedEvents(registry);
    return configurer ->
        configurer.configureMessageMonitor(EventStore.class, (_, _, _) -> accepted);
  }

  @Bean
  MeterBinder inboundWebhooks(InboundResults results) {
    return (MeterRegistry registry) -> {
      for (InboundResult result : InboundResult.values()) {
        FunctionCounter.builder("platform.inbound.webhooks", results, it -> it.total(result))
            .description("vendors' calls to sources by what came of them")
            .tag("result", result.label())
            .register(registry);
      }
    };
  }

  @Bean
  MeterBinder busConnection(ObjectProvider<BusState> bus) {
    return (MeterRegistry registry) ->
        bus.ifAvailable(
            state ->
                Gauge.builder("platform.bus.connected", state, it -> it.isConnected() ? 1 : 0)
                    .description("1 while there is a connection to the bus, else 0")
                    .register(registry));
  }
}
