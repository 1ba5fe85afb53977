package factory.integration.api.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.subscription.PayloadFormat;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpExchangeTests {

  @Test
  void readsAbsentPartsAsEmpty() {
    HttpExchange exchange =
        new HttpExchange(
            "https://example.com/",
            PayloadFormat.RAW,
            null,
            null,
            null,
            null,
            false,
            Instant.EPOCH,
            1_500,
            "no route",
            null);

    assertThat(exchange.requestHeaders()).isEmpty();
    assertThat(exchange.responseHeaders()).isEmpty();
    assertThat(exchange.signedWith()).isEmpty();
    assertThat(exchange.completedAt()).isEqualTo(Instant.EPOCH.plusMillis(1_500));
  }
}
