package factory.integration.benchmarks.sink;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.benchmarks.wire.LongLog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTests {

  private final Arrivals arrivals = new Arrivals(2);

  @Test
  void keepsTheFirstArrivalAndCountsTheOthers(@TempDir Path directory) throws IOException {
    arrivals.note(3, 1, 100);
    arrivals.note(3, 1, 200);
    arrivals.note(3, 0, 300);
    Path file = directory.resolve("arrivals");
    arrivals.writeTo(file);
    assertThat(LongLog.readFrom(file).get(7)).isEqualTo(100);
    assertThat(arrivals.summary())
        .isEqualTo("count delivered=2 duplicates=1 unreadable=0 last=300");
  }

  @Test
  void countsWhatItCanNotPlace() {
    arrivals.note(-1, 0, 100);
    arrivals.note(1, 2, 100);
    assertThat(arrivals.summary()).contains("delivered=0", "unreadable=2");
  }
}
