package factory.integration.app;

import factory.integration.app.move.Move;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.ConfigurableApplicationContext;

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

  /**
   * Netty must know before its first class is loaded, by whichever part of the platform, that the
   * embedded broker's journal needs its cleaner for buffers that Netty did not make.
   */
  public static void main(String[] arguments) {
    System.setProperty("io.netty.noUnsafe", "false");
    ConfigurableApplicationContext context =
        SpringApplication.run(PlatformApplication.class, arguments);
    if (Move.isAsked(context.getEnvironment())) {
      System.exit(SpringApplication.exit(context));
    }
  }
}
