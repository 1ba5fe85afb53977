package factory.integration.samples.consumer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Remembers in a file, one id a line. */
final class HandledEventsFile implements HandledEvents {

  private final Path file;
  private final Set<String> known;

  HandledEventsFile(Path file) {
    this.file = file;
    try {
      this.known = Files.exists(file) ? new HashSet<>(Files.readAllLines(file)) : new HashSet<>();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized boolean contains(String eventId) {
    return known.contains(eventId);
  }

  @Override
  public synchronized void add(String eventId) {
    try {
      Files.write(
          file,
          List.of(eventId),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.DSYNC);
      known.add(eventId);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
