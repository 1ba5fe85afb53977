package factory.integration.app;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How views follow the events.
 *
 * @param rest how long a view that has caught up lets events gather before it takes them; what
 *     happens to one entry within that time is often one write
 */
@ConfigurationProperties("platform.views")
record ViewsProperties(@DefaultValue("25ms") Duration rest) {

  private static final Duration LONGEST = Duration.ofSeconds(5);

  ViewsProperties {
    if (rest.isNegative() || rest.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("platform.views.rest is from 0 to 5s, not " + rest);
    }
  }
}
