package factory.integration.gateway.inbound;

import factory.integration.gateway.verification.ReceivedCall;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The headers of a vendor's call: as they came, and as people may see them. */
final class VendorHeaders {

  private static final String MASK = "***";
  private static final int LONGEST_SHOWN = 512;
  private static final String[] SECRET_NAMES = {
    "authorization", "cookie", "token", "secret", "password", "apikey", "signature", "hmac"
  };

  private VendorHeaders() {}

  /** By lower-case name; of a repeated one the first value. */
  static Map<String, String> of(HttpServletRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      headers.putIfAbsent(name.toLowerCase(Locale.ROOT), request.getHeader(name));
    }
    return headers;
  }

  /** Without what proves the call: with it, whoever reads it could make the call again. */
  static Map<String, String> masked(ReceivedCall call, Set<String> proofs) {
    Map<String, String> shown = new LinkedHashMap<>();
    call.headers()
        .forEach(
            (name, value) -> {
              boolean secret = proofs.contains(name) || isSecret(name);
              shown.put(name, secret ? MASK : shortened(value));
            });
    return shown;
  }

  private static boolean isSecret(String name) {
    String plain = name.replace("-", "").replace("_", "");
    return Arrays.stream(SECRET_NAMES).anyMatch(plain::contains);
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST_SHOWN ? value : value.substring(0, LONGEST_SHOWN) + "…";
  }
}
