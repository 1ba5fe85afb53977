package factory.integration.adapter.sqlite.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded store keeps its files.
 *
 * @param dataDir is created when it is missing; one running platform has it for itself
 */
@ConfigurationProperties("platform")
record SqliteProperties(@DefaultValue("./data") String dataDir) {

  SqliteProperties {
    if (dataDir.isBlank()) {
      throw new IllegalArgumentException("platform.data-dir must name a directory");
    }
  }

  Path directory() {
    return Path.of(dataDir).toAbsolutePath().normalize();
  }
}
