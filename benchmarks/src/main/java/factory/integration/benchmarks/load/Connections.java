package factory.integration.benchmarks.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A fixed set of connections and the loop that takes their answers. */
final class Connections implements AutoCloseable {

  private static final long WAIT_MILLIS = 100;

  private final Selector selector;
  private final Journal journal;
  private final List<PublishConnection> all = new ArrayList<>();

  Connections(Target target, RequestTemplate template, int count, Journal journal)
      throws IOException {
    this.selector = Selector.open();
    this.journal = journal;
    for (int i = 0; i < count; i++) {
      all.add(new PublishConnection(target, template, selector));
    }
  }

  List<PublishConnection> all() {
    return all;
  }

  /** Waits a tenth of a second at most for answers; hands over each connection that got free. */
  void takeAnswers(Consumer<PublishConnection> freed) throws IOException {
    selector.select(key -> take(key, freed), WAIT_MILLIS);
  }

  /** Ends a wait for answers early. */
  void wakeUp() {
    selector.wakeup();
  }

  @Override
  public void close() throws IOException {
    for (PublishConnection connection : all) {
      connection.close();
    }
    selector.close();
  }

  private void take(SelectionKey key, Consumer<PublishConnection> freed) {
    PublishConnection connection = (PublishConnection) key.attachment();
    int status = connection.receive();
    if (status == PublishConnection.INCOMPLETE) {
      return;
    }
    boolean wasBusy = connection.sequence() >= 0;
    if (wasBusy) {
      journal.answered(connection.sequence(), status, System.nanoTime());
    }
    boolean gone = status == PublishConnection.BROKEN || connection.closing();
    connection.free();
    if (gone) {
      reconnect(connection);
    }
    if (wasBusy) {
      freed.accept(connection);
    }
  }

  private void reconnect(PublishConnection connection) {
    try {
      connection.reconnect(selector);
      journal.reconnected();
    } catch (IOException e) {
      throw new UncheckedIOException("the platform no longer takes connections", e);
    }
  }
}
