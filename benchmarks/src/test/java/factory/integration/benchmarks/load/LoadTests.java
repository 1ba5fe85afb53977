package factory.integration.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.benchmarks.wire.LongLog;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTests {

  private final Journal journal = new Journal();

  @TempDir private Path directory;

  @Test
  void publishesOnScheduleAndNotesEveryAnswer() throws IOException, InterruptedException {
    try (ScriptedPeer peer = new ScriptedPeer("202 Accepted", false);
        Connections connections = connections(peer, 4)) {
      long start = System.nanoTime();
      new OpenLoad(connections, journal).run(new OpenSchedule(start, 2_000), 400);
      assertThat(journal.counts()).isEqualTo(new Journal.Counts(400, 400, 0, 0, 0));
      LongLog intended = intended();
      assertThat(intended.get(399)).isEqualTo(start + 399 * 500_000L);
    }
  }

  @Test
  void publishesAsFastAsAnswersComeUpToTheCount() throws IOException {
    try (ScriptedPeer peer = new ScriptedPeer("202 Accepted", false);
        Connections connections = connections(peer, 4)) {
      new ClosedLoad(connections, journal).run(1_000, 60);
      assertThat(journal.counts()).isEqualTo(new Journal.Counts(1_000, 1_000, 0, 0, 0));
    }
  }

  @Test
  void connectsAnewWhenThePeerCloses() throws IOException {
    try (ScriptedPeer peer = new ScriptedPeer("202 Accepted", true);
        Connections connections = connections(peer, 2)) {
      new ClosedLoad(connections, journal).run(20, 60);
      assertThat(journal.counts().accepted()).isEqualTo(20);
      assertThat(journal.counts().reconnects()).isPositive();
    }
  }

  @Test
  void countsRefusalsApart() throws IOException {
    try (ScriptedPeer peer = new ScriptedPeer("503 Service Unavailable", false);
        Connections connections = connections(peer, 2)) {
      new ClosedLoad(connections, journal).run(10, 60);
      assertThat(journal.counts()).isEqualTo(new Journal.Counts(10, 0, 10, 0, 0));
    }
  }

  private Connections connections(ScriptedPeer peer, int count) throws IOException {
    Target target = new Target(peer.port(), "key");
    return new Connections(
        target, RequestTemplate.publishing(target, 256, "orderCreated"), count, journal);
  }

  private LongLog intended() throws IOException {
    Path file = directory.resolve("intended");
    journal.writeTo(file, directory.resolve("accepted"));
    return LongLog.readFrom(file);
  }
}
