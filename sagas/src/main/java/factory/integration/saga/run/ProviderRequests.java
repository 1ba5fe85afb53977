package factory.integration.saga.run;

import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.credential.CredentialId;
import factory.integration.saga.credential.CredentialSource;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.delivery.SecretMask;
import factory.integration.saga.delivery.WebhookRequest;
import factory.integration.saga.operation.ComposedRequest;
import factory.integration.saga.operation.OperationComposer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes calls out of operations, inputs and credentials. */
final class ProviderRequests {

  private static final String USER_AGENT = "integration-platform/1.0";

  private final OperationComposer composer;
  private final CredentialSource credentials;

  ProviderRequests(OperationComposer composer, CredentialSource credentials) {
    this.composer = composer;
    this.credentials = credentials;
  }

  /**
   * The call.
   *
   * @param input JSON object
   * @param idempotencyKey the same over all attempts of a run
   * @param traceparent of this attempt; absent where nothing is sent
   * @throws factory.integration.api.mapping.MappingFailed when the input does not make a request
   * @throws factory.integration.saga.credential.CredentialUnavailable when nobody can call
   */
  ProviderRequest compose(
      RunTarget target,
      ApiOperation operation,
      String input,
      String idempotencyKey,
      @Nullable String traceparent) {
    ComposedRequest composed = composer.compose(target.baseUrl(), operation, input, idempotencyKey);
    String body = composed.body();
    byte[] bytes = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
    Map<String, String> sent = headers(composed, traceparent);
    Map<String, String> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sent.forEach((name, value) -> shown.put(name, SecretMask.header(name, value)));
    ResolvedCredential credential = credential(target, bytes);
    if (credential != null) {
      sent.putAll(credential.headers());
      credential.headers().keySet().forEach(name -> shown.put(name, SecretMask.MASK));
    }
    Duration timeout = Duration.ofSeconds(operation.timeoutSeconds());
    boolean repeatable = RunTarget.isRepeatable(operation);
    return new ProviderRequest(
        new WebhookRequest(composed.method(), composed.url(), sent, bytes, timeout, repeatable),
        shown,
        target.connection().credentialId(),
        credential);
  }

  /** Tells that a provider refused a credential, so that a token in memory is not sent again. */
  void refused(RunTarget target, ProviderRequest call) {
    CredentialId id = call.credentialId();
    ResolvedCredential credential = call.credential();
    if (id != null && credential != null) {
      credentials.refused(target.tenant(), id, credential);
    }
  }

  private @Nullable ResolvedCredential credential(RunTarget target, byte[] body) {
    CredentialId id = target.connection().credentialId();
    return id == null ? null : credentials.resolve(target.tenant(), id, body);
  }

  private static Map<String, String> headers(
      ComposedRequest composed, @Nullable String traceparent) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("accept", "application/json");
    headers.put("user-agent", USER_AGENT);
    if (traceparent != null) {
      headers.put("traceparent", traceparent);
    }
    headers.putAll(composed.headers());
    return headers;
  }
}
