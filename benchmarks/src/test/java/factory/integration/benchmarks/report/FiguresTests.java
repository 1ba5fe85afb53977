package factory.integration.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import factory.integration.benchmarks.wire.LongLog;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FiguresTests {

  private static final long MILLI = 1_000_000L;
  private static final long START = 5_000 * MILLI;
  private static final Offset<Double> CLOSE = within(0.01);

  private final LongLog intended = new LongLog();
  private final LongLog accepted = new LongLog();
  private final LongLog arrivals = new LongLog();

  @Test
  void countsRatesUntilTheLastEventWasMeantToBeSent() {
    event(0, 0, 1, 3);
    event(1, 500, 501, 503);
    event(2, 1_000, 1_001, 1_003);
    Figures figures = figures(0, 3);
    assertThat(figures.offeredPerSecond()).isEqualTo(3, CLOSE);
    assertThat(figures.acceptedPerSecond()).isEqualTo(2, CLOSE);
    assertThat(figures.deliveredPerSecond()).isEqualTo(2, CLOSE);
    assertThat(figures.drainSeconds()).isEqualTo(0.003, within(1e-6));
    assertThat(figures.lost()).isZero();
  }

  @Test
  void measuresFromTheIntendedTimeAndFromThe202() {
    event(0, 0, 10, 30);
    Figures figures = figures(0, 1);
    assertThat(figures.accept().millisAt(50)).isEqualTo(10, CLOSE);
    assertThat(figures.publishToSink().millisAt(50)).isEqualTo(30, within(0.1));
    assertThat(figures.acceptedToSink().millisAt(50)).isEqualTo(20, within(0.1));
  }

  @Test
  void countsLateArrivalsAsDrain() {
    event(0, 1_000, 1_010, 2_000);
    Figures figures = figures(0, 1);
    assertThat(figures.deliveredPerSecond()).isZero();
    assertThat(figures.drainSeconds()).isEqualTo(1, CLOSE);
    assertThat(figures.completedPerSecond()).isEqualTo(0.5, CLOSE);
  }

  @Test
  void callsLostWhatWasAcceptedAndNeverCame() {
    event(0, 0, 10, 0);
    event(1, 0, 0, 0);
    Figures figures = figures(0, 2);
    assertThat(figures.lost()).isEqualTo(1);
    assertThat(figures.notAccepted()).isEqualTo(1);
  }

  @Test
  void looksAtItsOwnEventsOnly() {
    event(0, 0, 10, 0);
    event(1, 0, 10, 20);
    assertThat(figures(1, 2).lost()).isZero();
  }

  @Test
  void expectsEveryEndpoint() {
    event(0, 0, 10, 20);
    Journals journals = new Journals(intended, accepted, arrivals, 2);
    assertThat(Figures.of(journals, window(0, 1)).lost()).isEqualTo(1);
  }

  private void event(int sequence, long intendedAt, long acceptedAt, long arrivedAt) {
    intended.set(sequence, START + intendedAt * MILLI);
    accepted.set(sequence, acceptedAt == 0 ? 0 : START + acceptedAt * MILLI);
    arrivals.set(sequence, arrivedAt == 0 ? 0 : START + arrivedAt * MILLI);
  }

  private Figures figures(int first, int end) {
    return Figures.of(new Journals(intended, accepted, arrivals, 1), window(first, end));
  }

  private static Window window(int first, int end) {
    return new Window(first, end, START);
  }
}
