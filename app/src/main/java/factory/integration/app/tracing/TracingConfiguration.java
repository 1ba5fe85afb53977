package factory.integration.app.tracing;

import factory.integration.saga.ProcessingGroups;
import factory.integration.saga.delivery.WebhookSender;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.ConfigurerModule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Nothing of this is there unless an endpoint is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("platform.tracing.endpoint")
@EnableConfigurationProperties(TracingProperties.class)
class TracingConfiguration {

  private static final Duration EXPORT_TIMEOUT = Duration.ofSeconds(5);
  private static final Duration EXPORT_EVERY = Duration.ofSeconds(1);
  private static final int MOST_WAITING = 8_192;

  @Bean
  Spans spans(TracingProperties properties, @Value("${spring.application.name}") String service) {
    GivenIds ids = new GivenIds();
    Resource resource =
        Resource.getDefault().toBuilder()
            .put(AttributeKey.stringKey("service.name"), service)
            .build();
    return new Spans(
        SdkTracerProvider.builder()
            .setIdGenerator(ids)
            .setResource(resource)
            .setSampler(Sampler.traceIdRatioBased(properties.sampleRatio()))
            .addSpanProcessor(
                BatchSpanProcessor.builder(exporter(properties))
                    .setScheduleDelay(EXPORT_EVERY)
                    .setMaxQueueSize(MOST_WAITING)
                    .build())
            .build(),
        ids);
  }

  private static OtlpHttpSpanExporter exporter(TracingProperties properties) {
    OtlpHttpSpanExporterBuilder exporter =
        OtlpHttpSpanExporter.builder()
            .setEndpoint(Objects.requireNonNull(properties.endpoint()).toString())
            .setTimeout(EXPORT_TIMEOUT);
    properties.headers().forEach(exporter::addHeader);
    return exporter.build();
  }

  @Bean
  SmartInitializingSingleton publishingSpans(CommandBus commands, Spans spans, Clock clock) {
    return () -> commands.registerHandlerInterceptor(new PublishingSpans(spans, clock));
  }

  @Bean
  ConfigurerModule processingSpans(Spans spans, Clock clock) {
    return configurer ->
        configurer
            .eventProcessing()
            .registerHandlerInterceptor(
                ProcessingGroups.DELIVERY, _ -> new RoutingSpans(spans, clock))
            .registerHandlerInterceptor(
                ProcessingGroups.PUBLICATION, _ -> new PublicationSpans(spans, clock));
  }

  @Bean
  static BeanPostProcessor callSpans(ObjectProvider<Spans> spans) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof WebhookSender sender
            ? new CallSpans(sender, spans.getObject())
            : bean;
      }
    };
  }
}
