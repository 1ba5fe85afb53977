package factory.integration.adapter.servicebus.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import factory.integration.adapter.servicebus.embedded.EmbeddedBroker;
import factory.integration.adapter.servicebus.embedded.EmbeddedBrokerProperties;
import jakarta.jms.JMSException;
import jakarta.jms.JMSSecurityException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;
import reactor.core.publisher.Mono;

class BusConnectorTests {

  private static final OffsetDateTime LATER = OffsetDateTime.parse("2099-01-01T00:00:00Z");

  @Test
  void showsATokenOfEntraIdToTheBus(@TempDir Path data) {
    EmbeddedBroker broker =
        new EmbeddedBroker(
            data,
            new EmbeddedBrokerProperties("127.0.0.1", 0, DataSize.ofMegabytes(10)),
            Clock.systemUTC());
    List<String> scopes = new CopyOnWriteArrayList<>();
    TokenCredential credential =
        request -> {
          scopes.addAll(request.getScopes());
          return Mono.just(new AccessToken("a-token", LATER));
        };
    broker.start();
    try {
      BusConnector connector =
          new BusConnector(
              () -> BusTarget.of(host(broker), credential, broker.access().trust()),
              Duration.ofSeconds(5));
      assertThatExceptionOfType(JMSSecurityException.class)
          .as("the embedded broker knows no tokens")
          .isThrownBy(connector::open)
          .withMessageNotContaining("a-token");
    } finally {
      broker.stop();
    }
    assertThat(scopes).contains("https://servicebus.azure.net/.default");
  }

  @Test
  void saysWhenThereIsNoToken() {
    TokenCredential none = _ -> Mono.error(new IllegalStateException("no identity here"));
    BusConnector connector =
        new BusConnector(
            () -> BusTarget.of("contoso.example", none, Map.of()), Duration.ofSeconds(5));
    assertThatExceptionOfType(JMSException.class)
        .isThrownBy(connector::open)
        .withMessageContaining("no identity here");
  }

  private static String host(EmbeddedBroker broker) {
    String endpoint = broker.access().connectionString().split(";")[0];
    return "localhost:" + URI.create(endpoint.substring(endpoint.indexOf('=') + 1)).getPort();
  }
}
