package factory.integration.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class OptionsTests {

  @Test
  void readsNamedValues() {
    Options options =
        Options.parse("grow", "--until=100_000", "--profile", "--jvm=-Xmx1g -XX:+UseZGC");
    assertThat(options.scenario()).isEqualTo("grow");
    assertThat(options.number("until", 5)).isEqualTo(100_000);
    assertThat(options.profile()).isTrue();
    assertThat(options.jvm()).containsExactly("-Xmx1g", "-XX:+UseZGC");
  }

  @Test
  void fallsBackToWhatTheScenarioTakes() {
    Options options = Options.parse("steady");
    assertThat(options.number("rate", 1_000)).isEqualTo(1_000);
    assertThat(options.seconds(60)).isEqualTo(60);
    assertThat(options.warmupSeconds()).isEqualTo(90);
    assertThat(options.profile()).isFalse();
  }

  @Test
  void prefersMinutesOverSeconds() {
    assertThat(Options.parse("steady", "--seconds=5", "--minutes=10").seconds(60)).isEqualTo(600);
  }

  @Test
  void namesTheStoreAndItsServer() {
    assertThat(Options.parse("max").store().describe()).isEqualTo("store: sqlite, embedded");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse("max", "--store=mongo").store())
        .withMessageContaining("--mongodb-uri");
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Options.parse("steady", "--speed=9"))
        .withMessage("unknown option --speed=9");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Runs.scenarioOf(Options.parse("nonsense")))
        .withMessageContaining("steady");
  }
}
