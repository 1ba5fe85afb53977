package factory.integration.query.communication;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;

/** Hides what names say is secret, in headers, addresses and bodies that people are shown. */
final class SecretMask {

  static final String MASK = "***";

  private static final String[] SECRET_NAMES = {
    "token", "password", "secret", "apikey", "authorization", "cookie"
  };

  private SecretMask() {}

  /** Whether a header, parameter or field of that name holds something secret. */
  static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    for (String secret : SECRET_NAMES) {
      if (plain.contains(secret)) {
        return true;
      }
    }
    return false;
  }

  static Map<String, String> inHeaders(Map<String, String> headers) {
    Map<String, String> masked = LinkedHashMap.newLinkedHashMap(headers.size());
    headers.forEach((name, value) -> masked.put(name, isSecret(name) ? MASK : value));
    return masked;
  }

  static String inUrl(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    StringJoiner masked = new StringJoiner("&", url.substring(0, query + 1), "");
    for (String parameter : url.substring(query + 1).split("&", -1)) {
      int equals = parameter.indexOf('=');
      boolean secret = equals > 0 && isSecret(parameter.substring(0, equals));
      masked.add(secret ? parameter.substring(0, equals + 1) + MASK : parameter);
    }
    return masked.toString();
  }

  /** Leaves everything but secret values as it was, in JSON that is broken off as well. */
  static String inBody(String body) {
    return new JsonMask(body).apply();
  }
}
