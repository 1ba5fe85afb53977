package factory.integration.gateway.verification;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A vendor's call as it came.
 *
 * @param headers by lower-case name; of a repeated one the first value
 */
public record ReceivedCall(Map<String, String> headers, byte[] body) {

  /** The value of a header, however its name is spelled. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Never what was sent, whatever logs it. */
  @Override
  public String toString() {
    return "ReceivedCall[" + body.length + " bytes]";
  }
}
