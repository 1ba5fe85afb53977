package factory.integration.adapter.keyvault;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** As much of Key Vault's HTTP API (7.x) as the vault uses, on a free port of this machine. */
final class KeyVaultStandIn implements AutoCloseable {

  static final String TOKEN = "a-token-of-entra";

  private static final String PASSWORD = "changeit";
  private static final JsonMapper JSON = JsonMapper.shared();

  final AtomicInteger reads = new AtomicInteger();
  private final Map<String, JsonNode> secrets = new ConcurrentHashMap<>();
  private final Map<String, JsonNode> deleted = new ConcurrentHashMap<>();
  private final HttpsServer server;
  private volatile boolean broken;

  KeyVaultStandIn(Path directory) throws Exception {
    Path keys = makeCertificate(directory);
    System.setProperty("javax.net.ssl.trustStore", keys.toString());
    System.setProperty("javax.net.ssl.trustStorePassword", PASSWORD);
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(keys)));
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  /** Answers nothing but 500 as long as it is broken. */
  void breakDown(boolean isBroken) {
    broken = isBroken;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String[] path = exchange.getRequestURI().getPath().split("/");
      if (broken) {
        answer(exchange, 500, null);
      } else if (!("Bearer " + TOKEN)
          .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        challenge(exchange);
      } else {
        answer(exchange, exchange.getRequestMethod(), path, body);
      }
    }
  }

  private void answer(HttpExchange exchange, String method, String[] path, byte[] body)
      throws IOException {
    String name = path[2];
    JsonNode answer =
        switch (method) {
          case "PUT" -> put(name, body);
          case "DELETE" -> delete(name);
          default -> {
            reads.incrementAndGet();
            yield path[1].equals("secrets") ? secrets.get(name) : deleted.get(name);
          }
        };
    answer(exchange, answer == null ? 404 : 200, answer == null ? notFound(name) : answer);
  }

  private JsonNode put(String name, byte[] body) {
    ObjectNode secret = (ObjectNode) JSON.readTree(body);
    secret.put("id", url() + "/secrets/" + name + "/4387e9f3d6e14c459867679a90fd0f79");
    ObjectNode attributes = secret.putObject("attributes");
    attributes.put("recoveryLevel", "Recoverable+Purgeable");
    attributes.put("enabled", true).put("created", 1_493_938_410).put("updated", 1_493_938_410);
    secrets.put(name, secret);
    return secret;
  }

  private @Nullable JsonNode delete(String name) {
    JsonNode secret = secrets.remove(name);
    if (secret == null) {
      return null;
    }
    ObjectNode gone = ((ObjectNode) secret).deepCopy();
    gone.remove("value");
    gone.put("recoveryId", url() + "/deletedsecrets/" + name);
    gone.put("deletedDate", 1_493_938_433).put("scheduledPurgeDate", 1_501_714_433);
    deleted.put(name, gone);
    return gone;
  }

  private static JsonNode notFound(String name) {
    ObjectNode answer = JSON.createObjectNode();
    answer
        .putObject("error")
        .put("code", "SecretNotFound")
        .put("message", "A secret with (name/id) " + name + " was not found in this key vault.");
    return answer;
  }

  private static void challenge(HttpExchange exchange) throws IOException {
    exchange
        .getResponseHeaders()
        .set(
            "WWW-Authenticate",
            "Bearer authorization=\"https://login.example.com/tenant\","
                + " resource=\"https://vault.azure.net\"");
    answer(exchange, 401, null);
  }

  private static void answer(HttpExchange exchange, int status, @Nullable JsonNode json)
      throws IOException {
    byte[] body = (json == null ? "{}" : json.toString()).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  private static SSLContext context(Path keys) throws Exception {
    KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(store, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  /** A certificate that the JVM trusts, made by the JDK's keytool. */
  private static Path makeCertificate(Path directory) throws Exception {
    Path keys = directory.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "vault",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keyalg",
                "EC",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .start();
    String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(output).isZero();
    return keys;
  }
}
