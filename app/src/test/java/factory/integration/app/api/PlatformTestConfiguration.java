package factory.integration.app.api;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/** What stands around the platform: endpoints, clients and a listener on the bus. */
@TestConfiguration(proxyBeanMethods = false)
class PlatformTestConfiguration {

  @Bean
  Sink sink() {
    return new Sink();
  }

  @Bean
  @Lazy
  Platform platform(Environment environment) {
    return new Platform(environment.getRequiredProperty("local.server.port", Integer.class));
  }

  @Bean
  @Lazy
  BusListener busListener(@Value("${platform.data-dir}") Path dataDirectory) throws JMSException {
    return new BusListener(dataDirectory);
  }

  @Bean
  @Lazy
  BusSender busSender(@Value("${platform.data-dir}") Path dataDirectory) throws JMSException {
    return new BusSender(dataDirectory);
  }
}
