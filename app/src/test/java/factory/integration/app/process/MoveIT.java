package factory.integration.app.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Moves a platform with deliveries done, dead and waiting for their retry to MongoDB and back. */
class MoveIT {

  private static final int ORDERS = 30;
  private static final int RETRY_SECONDS = 30;
  private static final Map<String, ?> EVERYTHING = Map.of("limit", 250);

  private static final String MASTER_KEY =
      "--platform.vault.master-key=MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";

  private final Sink sink = new Sink();
  private final MongoServer mongo = new MongoServer(new MemoryBackend());
  private final List<String> events = new ArrayList<>();

  @BeforeEach
  void start() {
    mongo.bind();
  }

  @AfterEach
  void stop() {
    mongo.shutdownNow();
    sink.close();
  }

  @Test
  void goesOnInMongoDbWhereItWasAndCanGoBack(@TempDir Path directory) throws IOException {
    sink.script("/later", call -> new Answer.Status(503));
    sink.script("/dead", call -> new Answer.Status(400));
    Path first = directory.resolve("first.jsonl.gz");
    try (PlatformProcess from = new PlatformProcess(directory.resolve("from"), MASTER_KEY);
        PlatformProcess to = onMongo(directory.resolve("to"), "moved", MASTER_KEY);
        PlatformProcess back = new PlatformProcess(directory.resolve("back"), MASTER_KEY)) {
      from.start();
      String key = fill(from.api());
      List<String> before = views(from.api());
      from.askToEnd();
      from.awaitEnd();
      assertThat(from.run("--platform.export=" + first)).isZero();
      checkThatItHoldsEverything(lines(first));
      refusesAnotherMasterKey(directory, first);
      Path second = directory.resolve("second.jsonl.gz");
      checkThatNothingChanges(to, first, second);
      checkThatNothingChanges(back, second, directory.resolve("third.jsonl.gz"));
      sink.script("/later", call -> Answer.ok());
      to.start();
      checkThatItGoesOn(to, before, key);
    }
  }

  private void refusesAnotherMasterKey(Path directory, Path exported) {
    try (PlatformProcess other =
        onMongo(directory.resolve("other"), "other", MASTER_KEY.replace("=MDE", "=NDE"))) {
      assertThat(other.run("--platform.import=" + exported)).as("another master key").isNotZero();
    }
  }

  private PlatformProcess onMongo(Path directory, String database, String masterKey) {
    return new PlatformProcess(
        directory,
        "--spring.profiles.active=mongo,embedded",
        "--platform.mongo.uri=" + mongo.getConnectionString(),
        "--platform.mongo.database=" + database,
        masterKey);
  }

  @Test
  void exportsOneTenantAndRefusesWhatIsNotWholeOrNotEmpty(@TempDir Path directory)
      throws IOException {
    Path file = directory.resolve("one.jsonl.gz");
    try (PlatformProcess platform = PlatformProcess.started(directory.resolve("from"))) {
      platform.api().publish(Map.of("eventType", "orderCreated", "data", Map.of("id", "ours")));
      ApiClient other = platform.api().actingFor("acme");
      other.publish(Map.of("eventType", "orderCreated", "data", Map.of("id", "theirs")));
      platform.askToEnd();
      platform.awaitEnd();
      assertThat(platform.run("--platform.export=" + file, "--platform.export.tenant=acme"))
          .isZero();
      assertThat(String.join("\n", lines(file))).contains("theirs").doesNotContain("ours");
      assertThat(platform.run("--platform.export=" + file)).as("the file exists").isNotZero();
      assertThat(platform.run("--platform.import=" + file)).as("not empty").isNotZero();
    }
    Path cut = directory.resolve("cut.jsonl.gz");
    byte[] whole = Files.readAllBytes(file);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    try (PlatformProcess empty = new PlatformProcess(directory.resolve("empty"))) {
      assertThat(empty.run("--platform.import=" + cut)).as("cut off").isNotZero();
      assertThat(empty.run("--platform.import=" + file)).as("nothing came of it").isZero();
    }
  }

  /** Answers a key that may publish. */
  private String fill(ApiClient api) {
    subscribe(api, "/all", "orderCreated");
    subscribe(api, "/later", "cartCreated");
    subscribe(api, "/dead", "productCreated");
    for (int i = 0; i < ORDERS; i++) {
      publish(api, "orderCreated", i);
    }
    publish(api, "cartCreated", 1);
    publish(api, "productCreated", 1);
    soon(() -> assertThat(sink.callCount()).isEqualTo(ORDERS + 2));
    soon(() -> assertThat(deadLetters(api)).hasSize(1));
    soon(() -> assertThat(behind(api)).isEmpty());
    return api.post("/v1/api-keys", Map.of("name", "p", "scopes", List.of("events.publish")))
        .expecting(201)
        .text("key");
  }

  private static void checkThatItHoldsEverything(List<String> lines) {
    assertThat(lines)
        .filteredOn(line -> line.contains("\"line\":\"event\""))
        .hasSizeGreaterThan(99);
    assertThat(lines).filteredOn(line -> line.contains("\"line\":\"secret\"")).hasSize(3);
    assertThat(lines).filteredOn(line -> line.contains("\"line\":\"key\"")).hasSize(1);
  }

  /** But for the header, which tells when it was exported. */
  private static void checkThatNothingChanges(PlatformProcess platform, Path imported, Path again)
      throws IOException {
    assertThat(platform.run("--platform.import=" + imported)).isZero();
    assertThat(platform.run("--platform.export=" + again)).isZero();
    List<String> before = lines(imported);
    assertThat(lines(again).subList(1, before.size())).isEqualTo(before.subList(1, before.size()));
  }

  /** Without what is tried again at any moment. */
  private static List<String> settled(List<String> views) {
    return views.stream().filter(view -> !view.contains("\"eventType\":\"cartCreated\"")).toList();
  }

  private void checkThatItGoesOn(PlatformProcess to, List<String> before, String key) {
    soon(() -> assertThat(behind(to.api())).isEmpty());
    assertThat(settled(views(to.api()))).isEqualTo(settled(before));
    await("the retry")
        .atMost(Duration.ofSeconds(RETRY_SECONDS * 2))
        .until(() -> sink.calls("/later").size() == 2);
    assertThat(sink.calls("/later").getLast().attempt()).isEqualTo("2");
    assertThat(sink.calls("/later").getLast().signed()).isTrue();
    String fresh = to.api().publish(order(99));
    soon(() -> assertThat(sink.calls("/all")).hasSize(ORDERS + 1));
    assertThat(sink.calls("/all").getLast().webhookId()).isEqualTo(fresh);
    assertThat(sink.calls("/all")).allMatch(Call::signed);
    assertThat(sink.calls("/dead")).hasSize(1);
    to.withKey(key).post("/v1/events", order(100)).expecting(202);
  }

  private List<String> views(ApiClient api) {
    List<String> views = new ArrayList<>();
    Consumer<JsonNode> add = item -> views.add(item.toString());
    events.forEach(event -> add.accept(api.get("/v1/events/" + event).expecting(200).body()));
    items(api.post("/v1/integrations/events/filter", EVERYTHING)).forEach(add);
    deadLetters(api).forEach(add);
    items(api.get("/v1/webhooks/subscriptions")).forEach(add);
    return views;
  }

  private static List<JsonNode> deadLetters(ApiClient api) {
    return items(api.post("/v1/dead-letters/filter", EVERYTHING));
  }

  /** Event processors that do not run or have not handled everything yet. */
  private static List<JsonNode> behind(ApiClient api) {
    return items(api.get("/v1/admin/processors")).stream()
        .filter(it -> it.path("lag").asInt() != 0 || it.path("segments").isEmpty())
        .toList();
  }

  private static List<JsonNode> items(ApiClient.Reply reply) {
    return List.copyOf(reply.expecting(200).body().path("items").values());
  }

  private void subscribe(ApiClient api, String path, String type) {
    Map<String, ?> settings =
        Map.of(
            "url", sink.url(path),
            "eventTypes", List.of(type),
            "retryPolicy", Map.of("delaysSeconds", List.of(RETRY_SECONDS)));
    sink.secret(path, api.subscribe(settings).secret());
  }

  private void publish(ApiClient api, String type, int number) {
    events.add(api.publish(Map.of("eventType", type, "data", Map.of("id", "o-" + number))));
  }

  private static Map<String, ?> order(int number) {
    return Map.of("eventType", "orderCreated", "data", Map.of("id", "o-" + number));
  }

  private static List<String> lines(Path file) throws IOException {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file))))) {
      return in.lines().toList();
    }
  }

  private static void soon(ThrowingRunnable assertion) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(assertion);
  }
}
