package factory.integration.api.sample;

import factory.integration.api.messaging.PublishedEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds every event record of this module, so that none can be forgotten. */
final class EventRecords {

  private static final String SUFFIX = ".class";

  private EventRecords() {}

  /** Records under a sealed parent whose name ends in Event, and every published one. */
  static List<Class<?>> stored() {
    return records().filter(EventRecords::isEvent).toList();
  }

  static List<Class<?>> published() {
    return records().filter(PublishedEvent.class::isAssignableFrom).toList();
  }

  private static boolean isEvent(Class<?> record) {
    return PublishedEvent.class.isAssignableFrom(record)
        || Stream.of(record.getInterfaces())
            .anyMatch(parent -> parent.isSealed() && parent.getSimpleName().endsWith("Event"));
  }

  private static Stream<Class<?>> records() {
    Path classes = classes();
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .map(file -> classes.relativize(file).toString())
          .filter(file -> file.endsWith(SUFFIX) && !file.endsWith("-info.class"))
          .<Class<?>>map(EventRecords::load)
          .filter(Class::isRecord)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path classes() {
    try {
      return Path.of(
          PublishedEvent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String file) {
    try {
      return Class.forName(
          file.substring(0, file.length() - SUFFIX.length()).replace('/', '.'),
          false,
          EventRecords.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
