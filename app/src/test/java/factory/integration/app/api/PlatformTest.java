package factory.integration.app.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;

/**
 * A test against the one platform that all these classes share; each test acts as tenants of its
 * own, so that none sees another's.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "platform.admin-key=" + Platform.ADMIN_KEY,
      "platform.bus.embedded.port=0",
      "platform.bus.inbound.tenants=*",
      "platform.bus.max-message-size=8KB",
      "platform.egress.allow=127.0.0.1,::1",
      "platform.connections.probe-interval=200ms",
      "logging.level.root=warn"
    })
@ContextConfiguration(initializers = DataDirectory.class)
@Import(PlatformTestConfiguration.class)
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
@interface PlatformTest {}
