package factory.integration.saga.credential;

import java.util.List;
import java.util.Map;

/**
 * A credential ready to send.
 *
 * @param version of the credential, to be kept with the attempt
 * @param headers names in lower case, with values ready to send
 * @param secrets what of it gives access to whoever sees it; to be masked in what is kept
 */
public record ResolvedCredential(int version, Map<String, String> headers, List<String> secrets) {

  public ResolvedCredential {
    headers = Map.copyOf(headers);
    secrets = List.copyOf(secrets);
  }

  /** Names of headers only. */
  @Override
  public String toString() {
    return "ResolvedCredential[v" + version + ", " + headers.keySet() + "]";
  }
}
