package factory.integration.benchmarks.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the scenarios' own code, with its processes, against a stand-in for the platform. */
class ScenarioTests {

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir private Path directory;

  @Test
  void measuresASteadyLoad() throws IOException, InterruptedException {
    assertThat(run("steady", "--rate=200", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed())
        .contains("steady: 200 events/s for 1 s, one endpoint")
        .containsPattern("\\| lost +\\| 0 ")
        .containsPattern("\\| duplicates +\\| 0 ")
        .containsPattern("\\| documents written per delivery +\\| 0.030 ")
        .containsPattern("\\|   to events +\\| insert 0.015 ")
        .contains("worst lag of views");
  }

  @Test
  void measuresVendorsWebhooks() throws IOException, InterruptedException {
    assertThat(run("inbound", "--rate=200", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed())
        .contains("inbound: 200 webhooks/s for 1 s, one endpoint")
        .containsPattern("\\| lost +\\| 0 ");
  }

  @Test
  void measuresRuns() throws IOException, InterruptedException {
    assertThat(run("runs", "--rate=200", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed())
        .contains("runs: 200 runs/s for 1 s, one connection")
        .containsPattern("\\| lost +\\| 0 ");
  }

  @Test
  void measuresPressure() throws IOException, InterruptedException {
    assertThat(run("max", "--connections=4", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed()).contains("max: 4 connections for 1 s");
  }

  @Test
  void measuresFanOut() throws IOException, InterruptedException {
    assertThat(run("fanout", "--endpoints=5", "--rate=20", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed()).containsPattern("\\| lost +\\| 0 ");
  }

  @Test
  void comparesWithAndWithoutAHangingEndpoint() throws IOException, InterruptedException {
    assertThat(run("hang", "--due=20", "--rate=50", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed()).contains("with 20 due that hang", "over p95 before");
  }

  @Test
  void measuresGrowthAsFarAsAsked() throws IOException, InterruptedException {
    assertThat(run("grow", "--until=10000", "--seconds=1")).isTrue();
    assertThat(printed()).contains("grow: delivered per second by what is stored");
    assertThat(printed()).doesNotContain("100000");
  }

  @Test
  void measuresIdleness() throws IOException, InterruptedException {
    assertThat(run("idle", "--seconds=1", "--warmup=1")).isTrue();
    assertThat(printed()).contains("of a core");
  }

  private boolean run(String... arguments) throws IOException, InterruptedException {
    Options options = Options.parse(arguments);
    Runs runs = new Runs(new PrintStream(printed, true, StandardCharsets.UTF_8));
    return runs.run(Runs.scenarioOf(options), options, new FakePlatform(), directory);
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }
}
