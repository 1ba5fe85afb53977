package factory.integration.app.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Whether dashboard and alerts ask for metrics that there are. */
@PlatformTest
class MetricNamesIT {

  private static final Pattern ASKED = Pattern.compile("([a-z][a-z0-9_]+)\\{");
  private static final Pattern GIVEN = Pattern.compile("(?m)^([a-z][a-z0-9_]+)[{ ]");
  private static final Path OPS = Path.of("..", "ops");

  private final Sink sink;
  private final Tenant tenant;

  MetricNamesIT(Sink sink, Platform platform) {
    this.sink = sink;
    this.tenant = platform.tenant();
  }

  @Test
  void exportsWhatDashboardAndAlertsAskFor() throws IOException {
    tenant.subscribe(sink.endpoint());
    tenant.awaitAttempt(tenant.publishOrder("o-1"), "success");
    System.gc();
    Set<String> asked = new TreeSet<>(names(ASKED, read("prometheus/alerts.yml")));
    asked.addAll(names(ASKED, read("grafana/dashboards/platform.json")));
    asked.remove("up");
    assertThat(asked).hasSizeGreaterThan(12);
    Tenant.until(() -> names(GIVEN, metrics()), given -> given.containsAll(asked));
  }

  @Test
  void countsAcceptedEventsAndTimesRequestsByRoute() {
    tenant.publishOrder("o-2");
    tenant.api().get("/v1/events/evt-unknown");
    assertThat(metrics())
        .containsPattern("platform_events_accepted_total [1-9]")
        .containsPattern("platform_bus_connected [01]")
        .contains("method=\"POST\",status=\"202\",uri=\"/v1/events\"")
        .contains("status=\"404\",uri=\"/v1/events/{eventId}\"");
  }

  private String metrics() {
    return tenant.api().get("/actuator/prometheus").expecting(200).text();
  }

  private static String read(String name) throws IOException {
    return Files.readString(OPS.resolve(name));
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(it -> it.group(1)).collect(Collectors.toSet());
  }
}
