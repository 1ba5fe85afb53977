package factory.integration.saga.oauth;

import factory.integration.api.subscription.TokenEndpoint;
import factory.integration.api.subscription.TokenEndpoint.ClientProof;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Asks token endpoints (RFC 6749, sections 4.4 and 6). */
public final class TokenClient {

  private final TokenTransport transport;
  private final InstantSource clock;
  private final Duration timeout;

  /**
   * @param timeout total time of one call
   */
  public TokenClient(TokenTransport transport, InstantSource clock, Duration timeout) {
    this.transport = transport;
    this.clock = clock;
    this.timeout = timeout;
  }

  /**
   * A token for the grant.
   *
   * @throws TokenRefused when the endpoint gives none
   */
  public IssuedToken fetch(TokenGrant grant) {
    TokenEndpoint endpoint = grant.endpoint();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/x-www-form-urlencoded");
    headers.put("accept", "application/json");
    Map<String, String> form = form(grant);
    proveClient(endpoint, grant, headers, form);
    TokenRequest request =
        new TokenRequest(endpoint.url().toUri(), headers, encoded(form), timeout);
    return switch (transport.post(request)) {
      case TokenAnswer.Answered answer -> TokenReply.read(answer, clock.instant());
      case TokenAnswer.Failed failed ->
          throw new TokenRefused(true, "no token: " + failed.detail());
    };
  }

  private static Map<String, String> form(TokenGrant grant) {
    Map<String, String> form = new LinkedHashMap<>();
    switch (grant) {
      case TokenGrant.ClientCredentials _ -> form.put("grant_type", "client_credentials");
      case TokenGrant.RefreshToken refresh -> {
        form.put("grant_type", "refresh_token");
        form.put("refresh_token", refresh.token());
      }
    }
    TokenEndpoint endpoint = grant.endpoint();
    if (!endpoint.scopes().isEmpty()) {
      form.put("scope", String.join(" ", endpoint.scopes()));
    }
    if (endpoint.audience() != null) {
      form.put("audience", endpoint.audience());
    }
    return form;
  }

  private static void proveClient(
      TokenEndpoint endpoint,
      TokenGrant grant,
      Map<String, String> headers,
      Map<String, String> form) {
    String secret = grant.clientSecret();
    if (secret == null) {
      form.put("client_id", endpoint.clientId());
    } else if (endpoint.clientProof() == ClientProof.FORM) {
      form.put("client_id", endpoint.clientId());
      form.put("client_secret", secret);
    } else {
      String pair = encoded(endpoint.clientId()) + ":" + encoded(secret);
      byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
      headers.put("authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
    }
  }

  private static byte[] encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
