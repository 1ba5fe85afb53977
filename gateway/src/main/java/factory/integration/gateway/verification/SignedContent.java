package factory.integration.gateway.verification;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a vendor signs: a template such as <code>{timestamp}.{body}</code>. */
public final class SignedContent {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)\\}");
  private static final String BODY = "body";
  private static final String TIMESTAMP = "timestamp";
  private static final String HEADER = "header:";

  private record Part(String literal, String placeholder) {}

  private final List<Part> parts;

  private SignedContent(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** Reads a template; refuses placeholders that are unknown, and one that lacks the body. */
  public static SignedContent parse(String template) {
    List<Part> parts = new ArrayList<>();
    Matcher matcher = PLACEHOLDER.matcher(template);
    int end = 0;
    while (matcher.find()) {
      parts.add(new Part(template.substring(end, matcher.start()), known(matcher.group(1))));
      end = matcher.end();
    }
    parts.add(new Part(template.substring(end), ""));
    SignedContent content = new SignedContent(parts);
    if (!content.has(BODY)) {
      throw new IllegalArgumentException(
          "must have {body} in it: what is not signed proves nothing");
    }
    return content;
  }

  /** Whether the time is signed. */
  public boolean hasTimestamp() {
    return has(TIMESTAMP);
  }

  /** The bytes to sign, piece by piece; the body's are those received. */
  byte[][] parts(ReceivedCall call, String timestamp) {
    List<byte[]> bytes = new ArrayList<>();
    for (Part part : parts) {
      bytes.add(utf8(part.literal()));
      bytes.add(bytes(part.placeholder(), call, timestamp));
    }
    return bytes.toArray(byte[][]::new);
  }

  private boolean has(String placeholder) {
    return parts.stream().anyMatch(part -> part.placeholder().equals(placeholder));
  }

  private static byte[] bytes(String placeholder, ReceivedCall call, String timestamp) {
    return switch (placeholder) {
      case "" -> new byte[0];
      case BODY -> call.body();
      case TIMESTAMP -> utf8(timestamp);
      default -> {
        String value = call.header(placeholder.substring(HEADER.length()));
        yield utf8(value == null ? "" : value);
      }
    };
  }

  private static String known(String placeholder) {
    boolean header = placeholder.startsWith(HEADER) && placeholder.length() > HEADER.length();
    if (header || placeholder.equals(BODY) || placeholder.equals(TIMESTAMP)) {
      return placeholder;
    }
    throw new IllegalArgumentException("may have {body}, {timestamp} and {header:name} in it only");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
