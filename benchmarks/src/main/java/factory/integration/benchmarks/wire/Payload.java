package factory.integration.benchmarks.wire;

import java.nio.charset.StandardCharsets;

/** The body of a published event, which carries the sequence number that the sink looks for. */
public final class Payload {

  /** What stands right before the sequence number. */
  public static final byte[] MARKER = "\"seq\":\"".getBytes(StandardCharsets.UTF_8);

  /** Digits of a sequence number: always as many, so that it can be patched in place. */
  public static final int DIGITS = 10;

  private static final String TEMPLATE = "{\"seq\":\"%s\",\"id\":\"o-%s\",\"filler\":\"%s\"}";

  private Payload() {}

  /** The {@code data} of an event, of exactly that many bytes unless they are too few. */
  public static String data(int bytes) {
    String zeros = "0".repeat(DIGITS);
    int bare = TEMPLATE.formatted(zeros, zeros, "").length();
    String filler = "abcdefghijklmnopqrstuvwxyz ".repeat(Math.max(0, bytes - bare) / 27 + 1);
    return TEMPLATE.formatted(zeros, zeros, filler.substring(0, Math.max(0, bytes - bare)));
  }
}
