package factory.integration.app.api;

import factory.integration.app.api.ApiClient.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A vendor that calls an inbound source without any key of the platform.
 *
 * @param secret what it signs with
 */
record Vendor(int port, String sourceId, String secret) {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Calls as GitHub does. */
  Reply push(String delivery, String body) {
    return send(
        body,
        "x-github-event",
        "push",
        "x-github-delivery",
        delivery,
        "x-hub-signature-256",
        "sha256=" + hmac(body));
  }

  /** Calls as Slack does. */
  Reply slack(long time, String body) {
    return send(
        body,
        "x-slack-request-timestamp",
        Long.toString(time),
        "x-slack-signature",
        "v0=" + hmac("v0:" + time + ":" + body));
  }

  private Reply send(String body, String... headers) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/inbound/" + sourceId))
            .header("content-type", "application/json")
            .headers(headers)
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private String hmac(String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
