package factory.integration.saga.operation;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call as it would be sent, without credentials.
 *
 * @param headers names as the operation spells them, in its order
 * @param body JSON; absent: none is sent
 */
public record ComposedRequest(
    String method, URI url, Map<String, String> headers, @Nullable String body) {

  public ComposedRequest {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }
}
