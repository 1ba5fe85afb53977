package factory.integration.app.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives the platform an empty data directory, which stays to be looked at after a failure. */
final class DataDirectory implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("platform.data-dir=" + empty()).applyTo(context);
  }

  private static Path empty() {
    try {
      return Files.createTempDirectory(
          Files.createDirectories(Path.of("target", "api-tests")), "data-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
