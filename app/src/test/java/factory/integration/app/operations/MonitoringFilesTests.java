package factory.integration.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whether Prometheus and Grafana can read what they are given, and operators what alerts mean. */
class MonitoringFilesTests {

  private final Map<String, Object> prometheus = ProjectFiles.yaml("ops/prometheus/prometheus.yml");
  private final String compose = ProjectFiles.ofProject("docker-compose.yml");

  @Test
  void scrapesEveryNode() {
    assertThat(prometheus.toString())
        .contains("/actuator/prometheus", "platform-1:8080", "platform-2:8080", "/metrics/key");
    assertThat(prometheus).containsEntry("rule_files", List.of("alerts.yml"));
    assertThat(compose).contains("metrics-key:/metrics:ro");
  }

  @Test
  void explainsEveryAlert() {
    String operations = ProjectFiles.ofProject("docs/operations.md");
    assertThat(alerts()).hasSizeGreaterThan(8);
    assertThat(alerts())
        .allSatisfy(
            alert -> {
              assertThat(alert).containsKeys("alert", "expr", "for", "labels", "annotations");
              assertThat(operations).contains("`" + alert.get("alert") + "`");
            });
  }

  @Test
  void showsPanelsWithTheProvisionedSource() {
    JsonNode dashboard =
        JsonMapper.shared()
            .readTree(ProjectFiles.ofProject("ops/grafana/dashboards/platform.json"));
    assertThat(ProjectFiles.ofProject("ops/grafana/provisioning/datasources/prometheus.yml"))
        .contains("uid: prometheus");
    assertThat(ProjectFiles.ofProject("ops/grafana/provisioning/dashboards/platform.yml"))
        .contains("/var/lib/grafana/dashboards");
    assertThat(StreamSupport.stream(dashboard.path("panels").spliterator(), false))
        .filteredOn(panel -> !panel.path("type").asString().equals("row"))
        .hasSizeGreaterThan(10)
        .allMatch(panel -> panel.at("/datasource/uid").asString().equals("prometheus"))
        .allMatch(panel -> !panel.path("targets").isEmpty());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> alerts() {
    var groups =
        (List<Map<String, Object>>) ProjectFiles.yaml("ops/prometheus/alerts.yml").get("groups");
    return (List<Map<String, Object>>) groups.getFirst().get("rules");
  }
}
