package factory.integration.benchmarks.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongLogTests {

  private final LongLog log = new LongLog();

  @Test
  void answersZeroWhereNothingWasNoted() {
    log.set(2, 7);
    assertThat(log.get(0)).isZero();
    assertThat(log.get(2)).isEqualTo(7);
    assertThat(log.get(3_000_000)).isZero();
    assertThat(log.size()).isEqualTo(3);
  }

  @Test
  void growsAndSurvivesAFile(@TempDir Path directory) throws IOException {
    for (int i = 0; i < 100_000; i++) {
      log.set(i, i * 3L);
    }
    Path file = directory.resolve("log");
    log.writeTo(file);
    LongLog read = LongLog.readFrom(file);
    assertThat(read.size()).isEqualTo(100_000);
    assertThat(read.get(99_999)).isEqualTo(299_997);
  }

  @Test
  void refusesAnIndexThatCanOnlyBeAMistake() {
    assertThatIllegalArgumentException().isThrownBy(() -> log.set(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> log.set(Integer.MAX_VALUE, 1));
  }
}
