package factory.integration.storage.contract.view;

import factory.integration.api.delivery.HttpExchange;
import factory.integration.api.subscription.PayloadFormat;
import java.util.List;
import java.util.Map;

/** Calls by their answer. */
final class Calls {

  private Calls() {}

  static HttpExchange answered(String body) {
    return new HttpExchange(
        "https://example.com/hook",
        PayloadFormat.RAW,
        Map.of(),
        200,
        Map.of(),
        body,
        false,
        Times.NOON,
        12,
        null,
        List.of());
  }
}
