package factory.integration.saga.run;

import factory.integration.api.credential.CredentialId;
import factory.integration.saga.credential.ResolvedCredential;
import factory.integration.saga.delivery.SecretMask;
import factory.integration.saga.delivery.WebhookRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that is ready to be made, and what may be kept of it.
 *
 * @param shownHeaders the request's headers with credentials masked
 * @param credentialId who calls; absent where nobody is asked, as is its resolution
 */
record ProviderRequest(
    WebhookRequest request,
    Map<String, String> shownHeaders,
    @Nullable CredentialId credentialId,
    @Nullable ResolvedCredential credential) {

  /** The credential's version, as attempts record it. */
  List<String> provenBy() {
    return credential == null ? List.of() : List.of(credentialId + ":" + credential.version());
  }

  /** What must not be kept of an answer that repeats it. */
  List<String> secrets() {
    return credential == null ? List.of() : credential.secrets();
  }

  /** A text without them, and without what stands under names of secrets. */
  String masked(String text) {
    return SecretMask.body(SecretMask.without(secrets(), text));
  }

  /** The address, masked where a parameter says that it is secret. */
  String shownUrl() {
    String url = request.url().toString();
    int query = url.indexOf('?');
    return query < 0
        ? SecretMask.without(secrets(), url)
        : SecretMask.without(secrets(), url.substring(0, query)) + masked(url.substring(query));
  }

  /** The body as text; absent where none is sent. */
  @Nullable String body() {
    byte[] bytes = request.body();
    return bytes.length == 0 ? null : new String(bytes, StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "ProviderRequest[" + request + "]";
  }
}
