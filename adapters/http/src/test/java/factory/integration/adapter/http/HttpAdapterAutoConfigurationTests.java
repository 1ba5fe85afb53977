package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.subscription.EndpointUrl;
import factory.integration.gateway.subscription.EndpointVetting;
import factory.integration.saga.delivery.WebhookSender;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class HttpAdapterAutoConfigurationTests {

  private final ApplicationContextRunner runner =
      new ApplicationContextRunner()
          .withBean(Clock.class, Clock::systemUTC)
          .withConfiguration(AutoConfigurations.of(HttpAdapterAutoConfiguration.class));

  @Test
  void providesThePortsWithDefaults() {
    runner.run(
        context -> {
          assertThat(context).hasSingleBean(WebhookSender.class);
          assertThat(context.getBean(HttpProperties.class))
              .isEqualTo(new HttpProperties(1024, 1024, null, null));
          assertThat(context.getBean(EndpointVetting.class).refusal(loopback())).isPresent();
        });
  }

  @Test
  void allowsWhatTheSettingsAllow() {
    runner
        .withPropertyValues(
            "platform.egress.allow=127.0.0.1,::1", "platform.http.max-connections=7")
        .run(
            context -> {
              assertThat(context.getBean(EndpointVetting.class).refusal(loopback())).isEmpty();
              assertThat(context.getBean(HttpProperties.class).maxConnections()).isEqualTo(7);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "platform.egress.allow=localhost, platform.egress.allow holds \"localhost\"",
    "platform.http.max-connections=0, platform.http.max-connections is 0; set it to 1 or more"
  })
  void stopsAtAWrongSetting(String setting, String message) {
    runner
        .withPropertyValues(setting)
        .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
  }

  @Test
  void showsNoPassword() {
    assertThat(new HttpProperties(1, 1, "a.p12", "geheim").toString()).doesNotContain("geheim");
  }

  private static EndpointUrl loopback() {
    return new EndpointUrl("http://127.0.0.1:9999/hook");
  }
}
