package factory.integration.adapter.http;

import static factory.integration.api.delivery.FailureCategory.CONNECTION;
import static factory.integration.api.delivery.FailureCategory.TIMEOUT;
import static factory.integration.api.delivery.FailureCategory.TLS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class TlsTests {

  private static final String ALERT_PROTOCOL_VERSION = "15030100020246";
  private static final String SERVER_HELLO_1_0 =
      "160301002a020000260301"
          + "0000000000000000000000000000000000000000000000000000000000000000"
          + "00c01300";

  private static Certificates certificates;
  private static Calls calls;

  @BeforeAll
  static void makeCertificates(@TempDir Path directory) throws Exception {
    certificates = new Certificates(directory);
    calls = calls(certificates.trustStore().toString());
  }

  @AfterAll
  static void close() {
    assertThat(calls.stats().getLeased()).isZero();
    calls.close();
  }

  private static Calls calls(String trustStore) {
    return new Calls(List.of("127.0.0.1"), InetAddress::getAllByName, trustStore);
  }

  private static Sink sink(ServerSocket server) {
    return new Sink(
        server,
        conversation -> {
          while (conversation.readRequest() != null) {
            conversation.write(Sink.OK);
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1"})
  void callsAnEndpointWhoseAuthorityIsTrustedBySetting(String host) throws Exception {
    try (Sink sink = sink(certificates.listenWith("good"))) {
      assertThat(calls.answer(sink.url("https", host)).body()).asString().isEqualTo("ok");
      assertThat(calls.answer(sink.url("https", host)).status()).isEqualTo(200);
      assertThat(sink.connections()).isEqualTo(1);
    }
  }

  @Test
  void speaksTls12Too() throws Exception {
    SSLServerSocket server = (SSLServerSocket) certificates.listenWith("good");
    server.setEnabledProtocols(new String[] {"TLSv1.2"});
    try (Sink sink = sink(server)) {
      assertThat(calls.answer(sink.url("https", "localhost")).status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "expired, its certificate has expired",
    "early, its certificate is not valid yet",
    "selfsigned, its certificate is not signed by an authority that the platform trusts",
    "other, its certificate is for another host"
  })
  void refusesACertificateAndSaysWhy(String certificate, String reason) throws Exception {
    try (Sink sink = sink(certificates.listenWith(certificate))) {
      assertThat(Calls.failed(calls.call(sink.url("https", "localhost")), TLS))
          .isEqualTo("localhost:%d: %s.".formatted(sink.url().getPort(), reason));
      assertThat(sink.requests).isEmpty();
    }
  }

  @Test
  void refusesACertificateOfAnotherAddress() throws Exception {
    try (Sink sink = sink(certificates.listenWith("other"))) {
      assertThat(Calls.failed(calls.call(sink.url("https", "127.0.0.1")), TLS))
          .endsWith(": its certificate is for another host.");
    }
  }

  @Test
  void refusesAPrivateAuthorityWithoutTheSetting() throws Exception {
    try (Sink sink = sink(certificates.listenWith("good"));
        Calls strangers = calls(null)) {
      assertThat(Calls.failed(strangers.call(sink.url("https", "localhost")), TLS))
          .contains("not signed by an authority");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ALERT_PROTOCOL_VERSION, SERVER_HELLO_1_0})
  void refusesAnEndpointThatOffersTls10Only(String answer) throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.socket.getInputStream().read();
              conversation.write(HexFormat.of().parseHex(answer));
              conversation.hang();
            })) {
      assertThat(Calls.failed(calls.call(sink.url("https", "localhost")), TLS))
          .endsWith(": it offers no version of TLS from 1.2 on.");
      assertThat(sink.connections()).isEqualTo(1);
    }
  }

  @Test
  void refusesAnEndpointThatSpeaksNoTls() throws Exception {
    try (Sink sink = new Sink(conversation -> conversation.write("HTTP/1.1 400 Bad\r\n\r\n"))) {
      assertThat(Calls.failed(calls.call(sink.url("https", "localhost")), TLS))
          .contains("no secure connection came about");
    }
  }

  @Test
  void reportsAResetDuringTheHandshake() throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.socket.getInputStream().read();
              conversation.reset();
            })) {
      assertThat(calls.call(sink.url("https", "localhost")).toString())
          .containsAnyOf(CONNECTION.toString(), TLS.toString());
    }
  }

  @Test
  void endsAHandshakeThatDrips() throws Exception {
    try (Sink sink =
        new Sink(
            conversation -> {
              conversation.write(HexFormat.of().parseHex("16030340000200"));
              conversation.drip("x");
            })) {
      assertThat(Calls.failed(calls.call(sink.url("https", "localhost"), Calls.SHORT), TIMEOUT))
          .contains("there was not a connection within 0.3 s");
    }
  }

  @Test
  void namesATrustStoreThatCannotBeRead(@TempDir Path directory) {
    String missing = directory.resolve("none.p12").toString();

    assertThatIllegalStateException()
        .isThrownBy(() -> calls(missing))
        .withMessageContainingAll("platform.http.trust-store", missing, "trust-store-password");
  }
}
