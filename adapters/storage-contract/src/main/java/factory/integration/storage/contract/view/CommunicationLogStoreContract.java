package factory.integration.storage.contract.view;

import static org.assertj.core.api.Assertions.assertThat;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.subscription.PayloadFormat;
import factory.integration.query.communication.CommunicationLogStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of communication logs does. */
public abstract class CommunicationLogStoreContract {

  private static final TenantId ACME = new TenantId("acme");

  private CommunicationLogStore store;

  protected abstract ReadModels readModels();

  @BeforeEach
  void takeStore() {
    store = readModels().communicationLogs();
  }

  @Test
  void keepsACallAsItIs() {
    store.add(Times.key(1), ACME.value(), answered());
    store.add(Times.key(1), ACME.value(), answered());
    store.add(Times.key(2), ACME.value(), unanswered());
    assertThat(store.find(ACME, Times.key(1))).contains(answered());
    assertThat(store.find(ACME, Times.key(2))).contains(unanswered());
    assertThat(store.find(ACME, Times.key(3))).isEmpty();
  }

  @Test
  void neverShowsOneTenantAnothersCalls() {
    store.add(Times.key(1), ACME.value(), answered());
    assertThat(store.find(new TenantId("other"), Times.key(1))).isEmpty();
  }

  @Test
  void forgetsEverything() {
    store.add(Times.key(1), ACME.value(), answered());
    store.clear();
    assertThat(store.find(ACME, Times.key(1))).isEmpty();
  }

  private static HttpExchange answered() {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.ENVELOPE,
        Map.of("x-a", "ü\n"),
        200,
        Map.of("content-type", "text/plain"),
        "\u0000 \"\uD83D\uDE00\" ".repeat(5_000),
        true,
        Times.at(1),
        12,
        null,
        List.of("v2", "v1"));
  }

  private static HttpExchange unanswered() {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.RAW,
        Map.of(),
        null,
        Map.of(),
        null,
        false,
        Times.at(2),
        15_000,
        "no answer within 15 s",
        List.of());
  }
}
