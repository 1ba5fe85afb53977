package factory.integration.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the platform. */
@SpringBootApplication(
    scanBasePackages = {
      "factory.integration.app",
      "factory.integration.command",
      "factory.integration.saga",
      "factory.integration.query",
      "factory.integration.gateway"
    })
class PlatformApplication {

  public static void main(String[] arguments) {
    SpringApplication.run(PlatformApplication.class, arguments);
  }
}
