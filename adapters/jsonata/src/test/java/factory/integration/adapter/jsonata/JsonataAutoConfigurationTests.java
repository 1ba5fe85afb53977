package factory.integration.adapter.jsonata;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.mapping.JsonMapping;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class JsonataAutoConfigurationTests {

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withBean(Clock.class, Clock::systemUTC)
          .withConfiguration(AutoConfigurations.of(JsonataAutoConfiguration.class));

  @Test
  void givesTheMapping() {
    context.run(
        platform ->
            assertThat(platform.getBean(JsonMapping.class).apply("a", "{\"a\":1}")).isEqualTo("1"));
  }

  @Test
  void keepsTheLimitsThatAreSet() {
    context
        .withPropertyValues("platform.mapping.max-size=10B")
        .run(platform -> assertThat(platform).hasNotFailed());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "platform.mapping.timeout=0",
        "platform.mapping.timeout=1m",
        "platform.mapping.max-size=0",
        "platform.mapping.max-size=1GB",
        "platform.mapping.max-depth=5000"
      })
  void refusesALimitThatIsNone(String setting) {
    context.withPropertyValues(setting).run(platform -> assertThat(platform).hasFailed());
  }
}
