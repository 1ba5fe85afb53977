package factory.integration.app.operations;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.messaging.Topic;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads what a Docker engine would, since the machines that build the platform may have none. */
class ComposeTests {

  private static final Set<String> ONCE = Set.of("secrets", "replica-set", "metrics-key");
  private static final Pattern PINNED = Pattern.compile("[a-z0-9./-]+:v?\\d+\\.\\d+[\\w.-]*");
  private static final Pattern PORT = Pattern.compile("127\\.0\\.0\\.1:\\d+:(\\d+)");
  private static final Pattern VARIABLE = Pattern.compile("\\b(?:PLATFORM|SPRING|SERVER)_[A-Z_]+");

  /** Variables of {@code bin/platform}. */
  private static final Set<String> OF_THE_SCRIPT = Set.of("PLATFORM_HOME", "PLATFORM_JAR");

  private final Map<String, Object> compose = ProjectFiles.yaml("docker-compose.yml");
  private final Map<String, Map<String, Object>> services = child(compose, "services");
  private final String dockerfile = ProjectFiles.ofProject("Dockerfile");

  @Test
  void pinsEveryImage() {
    List<String> built =
        Pattern.compile("(?m)^FROM (\\S+)")
            .matcher(dockerfile)
            .results()
            .map(from -> from.group(1))
            .toList();
    assertThat(built).hasSize(2).allMatch(image -> PINNED.matcher(image).matches());
    assertThat(services)
        .allSatisfy(
            (name, service) ->
                assertThat((String) service.get("image"))
                    .as(name)
                    .matches(image -> service.containsKey("build") || pinned(image)));
  }

  @Test
  void watchesWhateverKeepsRunning() {
    services.forEach(
        (name, service) -> {
          boolean checkedByItsImage = service.containsKey("build");
          if (!ONCE.contains(name) && !checkedByItsImage) {
            assertThat(service).as(name).containsKey("healthcheck");
          }
        });
    assertThat(dockerfile).contains("HEALTHCHECK").contains("/opt/platform/bin/healthy");
  }

  @Test
  void waitsForServicesThatExistUntilTheyAreReady() {
    services.forEach(
        (name, service) ->
            ComposeTests.<Map<String, Object>>child(service, "depends_on")
                .forEach(
                    (other, how) -> {
                      assertThat(services).as("%s waits for", name).containsKey(other);
                      String done =
                          ONCE.contains(other)
                              ? "service_completed_successfully"
                              : "service_healthy";
                      assertThat(how).containsEntry("condition", done);
                    }));
  }

  @Test
  void opensPortsOnLoopbackWhereThePlatformListens() {
    assertThat(services.values().stream().flatMap(it -> list(it, "ports")))
        .allMatch(port -> PORT.matcher(port).matches());
    for (String node : List.of("platform-1", "platform-2")) {
      Matcher port = PORT.matcher(list(services.get(node), "ports").findFirst().orElseThrow());
      assertThat(port.matches()).isTrue();
      assertThat(port.group(1)).isEqualTo("8080");
    }
    assertThat(dockerfile).contains("EXPOSE 8080 5671");
    assertThat(Settings.ofPlatform()).containsEntry("platform.bus.embedded.port", "5671");
  }

  @Test
  void setsNothingThatThePlatformDoesNotKnow() {
    Set<String> ours = Settings.ofPlatform().keySet();
    Set<String> spring = Settings.namesOfSpring();
    assertThat(spring).contains("spring.profiles.active", "server.port");
    assertThat(Stream.concat(variables(compose.toString()), variables(dockerfile)).distinct())
        .hasSizeGreaterThan(5)
        .filteredOn(name -> !OF_THE_SCRIPT.contains(name))
        .allMatch(name -> Settings.isSetBy(name, name.startsWith("PLATFORM") ? ours : spring));
  }

  @Test
  void mountsFilesThatExistAndVolumesThatAreDeclared() {
    Map<String, Object> volumes = child(compose, "volumes");
    assertThat(services.values().stream().flatMap(it -> list(it, "volumes")))
        .allSatisfy(
            mount -> {
              String source = mount.split(":")[0];
              if (source.startsWith("./")) {
                assertThat(ProjectFiles.path(source)).exists();
              } else {
                assertThat(volumes).containsKey(source);
              }
            });
  }

  @Test
  void buildsAnImageThatRunsAsNobody() {
    assertThat(dockerfile).containsPattern("(?m)^USER platform$").contains("STOPSIGNAL SIGTERM");
    assertThat(dockerfile.indexOf("USER platform")).isLessThan(dockerfile.indexOf("ENTRYPOINT"));
    for (String script : List.of("bin/platform", "bin/healthy", "bin/backup")) {
      assertThat(Files.isExecutable(ProjectFiles.path(script))).as(script).isTrue();
    }
  }

  @Test
  void givesTheBrokerAllTopics() {
    String broker = ProjectFiles.ofProject("ops/artemis/broker.xml");
    assertThat(Topic.values())
        .allSatisfy(topic -> assertThat(broker).contains("\"" + topic.address() + "\""));
  }

  private static Stream<String> variables(String text) {
    return VARIABLE.matcher(text).results().map(found -> found.group());
  }

  private static boolean pinned(String image) {
    return PINNED.matcher(image).matches();
  }

  @SuppressWarnings("unchecked")
  private static <T> Map<String, T> child(Map<String, Object> map, String key) {
    return (Map<String, T>) map.getOrDefault(key, Map.of());
  }

  @SuppressWarnings("unchecked")
  private static Stream<String> list(Map<String, Object> map, String key) {
    return ((List<String>) map.getOrDefault(key, List.of())).stream();
  }
}
