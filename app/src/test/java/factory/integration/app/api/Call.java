package factory.integration.app.api;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request that an endpoint received.
 *
 * @param path with the query, as it was asked for
 * @param headers by name in lower case
 */
record Call(String method, String path, Map<String, String> headers, String body) {

  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  JsonNode json() {
    return new JsonMapper().readTree(body);
  }

  /** Whether the published library accepts it. */
  boolean isSignedWith(String secret) {
    Map<String, List<String>> lists =
        headers.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
    try {
      new Webhook(secret).verify(body, lists);
      return true;
    } catch (WebhookVerificationException e) {
      return false;
    } catch (EmptyWebhookSecretException e) {
      throw new IllegalArgumentException("the secret is empty", e);
    }
  }
}
