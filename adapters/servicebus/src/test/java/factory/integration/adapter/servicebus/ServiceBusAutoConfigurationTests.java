package factory.integration.adapter.servicebus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import factory.integration.adapter.servicebus.connect.BusConnector;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import factory.integration.api.messaging.Topic;
import factory.integration.saga.publication.BusState;
import factory.integration.saga.publication.EnvelopePublisher;
import factory.integration.saga.publication.OutgoingMessage;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.util.unit.DataSize;

class ServiceBusAutoConfigurationTests {

  private static final String SOMEWHERE =
      "Endpoint=sb://localhost:1;SharedAccessKeyName=a;SharedAccessKey=s3cret";

  private final Path data;
  private final ApplicationContextRunner runner;

  ServiceBusAutoConfigurationTests(@TempDir Path data) {
    this.data = data;
    this.runner =
        new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(ServiceBusAutoConfiguration.class))
            .withBean(InstantSource.class, Clock::systemUTC)
            .withPropertyValues("platform.data-dir=" + data, "platform.bus.embedded.port=0");
  }

  @Test
  void publishesToABrokerOfItsOwnByDefault() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(EmbeddedBroker.class);
          assertPublishes(context);
          assertThat(data.resolve("bus-connection-string")).isNotEmptyFile();
        });
  }

  @Test
  void publishesToAGivenNamespace() {
    EmbeddedBroker namespace =
        new EmbeddedBroker(
            data.resolve("elsewhere"),
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    namespace.start();
    try {
      runner
          .withPropertyValues(namespace(namespace.access().connectionString()))
          .withPropertyValues(options(namespace.access().trust()))
          .run(
              context -> {
                assertThat(context).doesNotHaveBean(EmbeddedBroker.class);
                assertPublishes(context);
              });
    } finally {
      namespace.stop();
    }
  }

  @Test
  void startsWhileTheNamespaceCannotBeReached() {
    runner
        .withPropertyValues(namespace(SOMEWHERE))
        .run(context -> assertThat(context.getBean(BusState.class).isConnected()).isFalse());
  }

  @Test
  void showsNoKey() {
    runner
        .withPropertyValues(namespace(SOMEWHERE))
        .run(
            context ->
                assertThat(context.getBean(ServiceBusProperties.class).toString())
                    .doesNotContain("s3cret"));
    runner
        .withPropertyValues(namespace("SharedAccessKey=s3cret"))
        .run(context -> assertThat(trace(context)).contains("Endpoint=").doesNotContain("s3cret"));
  }

  @Test
  void connectsWithTokensToANamespaceThatIsNamedAlone() {
    runner
        .withPropertyValues(
            "platform.bus.mode=servicebus", "platform.bus.namespace=contoso.example")
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(BusConnector.class));
  }

  @Test
  void refusesTwoWaysToSayWhoConnects() {
    runner
        .withPropertyValues(namespace(SOMEWHERE))
        .withPropertyValues("platform.bus.namespace=contoso.example")
        .run(context -> assertThat(trace(context)).contains("exclude each other"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          platform.data-dir=                      | platform.data-dir is empty
          platform.bus.mode=servicebus            | platform.bus.connection-string must be set
          platform.bus.connection-string=Endpoint | platform.bus.mode must be servicebus
          platform.bus.namespace=contoso.example  | platform.bus.mode must be servicebus
          platform.bus.send-timeout=0s            | platform.bus.send-timeout must be at least
          platform.bus.max-in-flight=0            | platform.bus.max-in-flight must be at least 1
          platform.bus.embedded.host=             | platform.bus.embedded.host is empty
          platform.bus.embedded.port=65536        | platform.bus.embedded.port must be from 0
          platform.bus.embedded.max-backlog=1MB   | max-backlog must be at least 10MB
          """)
  void stopsTheStartWithASentenceAboutAWrongSetting(String setting, String sentence) {
    runner
        .withPropertyValues(setting)
        .run(context -> assertThat(trace(context)).contains(sentence));
  }

  private static void assertPublishes(ApplicationContext context) {
    await().until(context.getBean(BusState.class)::isConnected);
    OutgoingMessage message =
        new OutgoingMessage(
            Topic.RUNS.address(), "run-1", "IntegrationFailed", null, Map.of(), new byte[0]);
    assertThat(context.getBean(EnvelopePublisher.class).publish(List.of(message)))
        .succeedsWithin(10, TimeUnit.SECONDS);
  }

  private static String[] namespace(String connectionString) {
    return new String[] {
      "platform.bus.mode=servicebus", "platform.bus.connection-string=" + connectionString
    };
  }

  private static String[] options(Map<String, String> options) {
    return options.entrySet().stream()
        .map(option -> "platform.bus.options[%s]=%s".formatted(option.getKey(), option.getValue()))
        .toArray(String[]::new);
  }

  private static String trace(AssertableApplicationContext context) {
    StringWriter trace = new StringWriter();
    context.getStartupFailure().printStackTrace(new PrintWriter(trace));
    return trace.toString();
  }
}
