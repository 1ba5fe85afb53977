package factory.integration.gateway.inbound;

import factory.integration.gateway.fixture.Answer;
import factory.integration.gateway.fixture.Api;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls a source as GitHub does. */
final class Vendor {

  private final Api api;
  private final String sourceId;

  Vendor(Api api, String sourceId) {
    this.api = api;
    this.sourceId = sourceId;
  }

  Answer push(String secret, String delivery, String body) {
    return push(secret, delivery, body.getBytes(StandardCharsets.UTF_8));
  }

  Answer push(String secret, String delivery, byte[] body, String... more) {
    List<String> headers = new ArrayList<>(List.of(more));
    headers.addAll(List.of("X-GitHub-Event", "push", "X-GitHub-Delivery", delivery));
    headers.addAll(List.of("X-Hub-Signature-256", "sha256=" + hmac(secret, body)));
    return call(body, headers.toArray(String[]::new));
  }

  /** Sends no key: the header that the client adds by itself is replaced by a senseless one. */
  Answer call(byte[] body, String... headers) {
    List<String> all = new ArrayList<>(List.of(headers));
    if (!all.contains("Authorization")) {
      all.addAll(List.of("Authorization", "none"));
    }
    return api.send(
        "POST",
        "/v1/inbound/" + sourceId,
        BodyPublishers.ofByteArray(body),
        all.toArray(String[]::new));
  }

  static String hmac(String secret, byte[] content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(content));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
