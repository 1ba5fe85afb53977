package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundResponse;
import factory.integration.api.inbound.InboundVerification;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the parts of an inbound source must look like. */
final class SourceRules {

  private static final Pattern HEADER = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,128}");
  private static final Pattern VISIBLE = Pattern.compile("[ -~]{1,128}");
  private static final Set<String> MEDIA_TYPES =
      Set.of("application/json", "text/plain", "application/xml", "text/xml");
  private static final int MAX_SECRET = 1_024;
  private static final int MAX_RESPONSE = 4_096;
  private static final int NO_CONTENT = 204;

  private SourceRules() {}

  static void checkHeader(String field, @Nullable String name, FieldErrors errors) {
    if (name == null || !HEADER.matcher(name).matches()) {
      errors.add(field, "is required: a header's name, 1 to 128 letters, digits or punctuation");
    }
  }

  /** A secret that the vendor or the caller chose. */
  static void checkSecret(
      @Nullable String secret, @Nullable InboundVerification verification, FieldErrors errors) {
    TextRules.check("secret", secret, MAX_SECRET, errors);
    if (secret != null
        && verification instanceof InboundVerification.StandardWebhooks
        && !isKey(secret)) {
      errors.add("secret", "must be whsec_ and base64 for standardWebhooks");
    }
  }

  private static boolean isKey(String secret) {
    String encoded = secret.startsWith("whsec_") ? secret.substring("whsec_".length()) : secret;
    try {
      return Base64.getDecoder().decode(encoded).length > 0;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** Nothing that a browser would run. */
  static void checkResponse(@Nullable InboundResponse response, FieldErrors errors) {
    if (response == null) {
      return;
    }
    int status = response.status();
    if (status < 200 || status > 299) {
      errors.add("response.status", "must be 200 to 299: anything else makes vendors try again");
    }
    String type = response.contentType();
    if (type != null && !isAllowed(type)) {
      errors.add("response.contentType", "must be JSON, XML or text/plain");
    }
    String body = response.body();
    if (body != null && (body.length() > MAX_RESPONSE || status == NO_CONTENT || type == null)) {
      errors.add(
          "response.body",
          "may have 4096 characters and needs a contentType; status 204 has no body");
    }
  }

  private static boolean isAllowed(String type) {
    return VISIBLE.matcher(type).matches()
        && MEDIA_TYPES.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }
}
