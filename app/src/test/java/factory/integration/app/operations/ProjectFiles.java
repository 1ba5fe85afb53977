package factory.integration.app.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.Yaml;

/** ProjectFiles of the project, which no module's class path holds. */
final class ProjectFiles {

  private static final Path PROJECT = Path.of("..").toAbsolutePath().normalize();

  private ProjectFiles() {}

  static Path path(String name) {
    return PROJECT.resolve(name);
  }

  static String ofProject(String name) {
    try {
      return java.nio.file.Files.readString(path(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Map<String, Object> yaml(String name) {
    return new Yaml().load(ofProject(name));
  }
}
