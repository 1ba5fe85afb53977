package factory.integration.gateway.verification;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Calls as vendors make them. */
final class Calls {

  private Calls() {}

  /** A call with headers given as names and values in turn. */
  static ReceivedCall call(String body, String... headers) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < headers.length; i += 2) {
      map.put(headers[i].toLowerCase(Locale.ROOT), headers[i + 1]);
    }
    return new ReceivedCall(map, body.getBytes(StandardCharsets.UTF_8));
  }
}
