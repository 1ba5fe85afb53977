package factory.integration.adapter.http;

import factory.integration.saga.delivery.WebhookRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpRequest;

/**
 * Turns a request into what goes over the wire. Headers were validated when they were accepted;
 * they are checked again since one line too many would be another request.
 */
final class OutgoingRequest {

  /** Headers that say where a request ends and what becomes of its connection. */
  private static final Set<String> OURS =
      Set.of(
          "host",
          "content-length",
          "transfer-encoding",
          "connection",
          "expect",
          "upgrade",
          "te",
          "trailer",
          "keep-alive");

  /** Methods whose requests tell their length even where it is nothing. */
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");

  private static final boolean[] IN_NAMES = new boolean[0x80];

  static {
    "!#$%&'*+-.^_`|~".chars().forEach(c -> IN_NAMES[c] = true);
    for (char c = 0; c < 0x80; c++) {
      IN_NAMES[c] |= Character.isLetterOrDigit(c);
    }
  }

  private OutgoingRequest() {}

  static ClassicHttpRequest of(WebhookRequest request, Target target) throws Refused {
    byte[] body = request.body();
    BasicClassicHttpRequest message =
        new BasicClassicHttpRequest(request.method(), null, target.path());
    message.addHeader("host", target.hostHeader());
    for (Map.Entry<String, String> header : request.headers().entrySet()) {
      requireName(header.getKey());
      requireValue(header.getKey(), header.getValue());
      message.addHeader(header.getKey(), header.getValue());
    }
    if (body.length > 0 || WITH_BODY.contains(request.method())) {
      message.addHeader("content-length", Integer.toString(body.length));
      message.setEntity(new ByteArrayEntity(body, null));
    }
    return message;
  }

  private static void requireName(String name) throws Refused {
    boolean valid = !name.isEmpty();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      valid &= c < 0x7f && IN_NAMES[c];
    }
    if (!valid) {
      throw new Refused("A header's name holds characters that none may hold.");
    }
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new Refused("The header " + name + " is the platform's to set.");
    }
  }

  private static void requireValue(String name, String value) throws Refused {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c < 0x20 && c != '\t' || c == 0x7f || c > 0xff) {
        throw new Refused(
            "The value of the header " + name + " holds a character that none may hold.");
      }
    }
  }

  /** The request can't go out; the message is a sentence for people. */
  static final class Refused extends ProtocolException {

    private static final long serialVersionUID = 1L;

    private Refused(String sentence) {
      super(sentence);
    }
  }
}
