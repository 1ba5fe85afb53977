package factory.integration.benchmarks.load;

import factory.integration.benchmarks.wire.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request rendered once, in which only the sequence number's digits change, and the signature
 * where there is one.
 */
final class RequestTemplate {

  private static final String DIGITS = "0".repeat(Payload.DIGITS);

  private final byte[] bytes;
  private final int[] positions;
  private final @Nullable BodySignature signature;

  private RequestTemplate(String head, String body, @Nullable BodySignature signature) {
    this.bytes = (head + body).getBytes(StandardCharsets.US_ASCII);
    this.positions = positionsOf(head + body, head.length());
    this.signature = signature;
  }

  /** Publishes to every subscription that takes the type. */
  static RequestTemplate publishing(Target target, int payloadBytes, String eventType) {
    String body =
        "{\"eventType\":\"%s\",\"data\":%s}".formatted(eventType, Payload.data(payloadBytes));
    return authorized(target, "/v1/events", body);
  }

  /** Runs the operation {@code Send} of a connection. */
  static RequestTemplate run(Target target, int payloadBytes, String connectionId) {
    String body =
        "{\"connectionId\":\"%s\",\"operation\":\"Send\",\"input\":%s}"
            .formatted(connectionId, Payload.data(payloadBytes));
    return authorized(target, "/v1/integrations/runs", body);
  }

  private static RequestTemplate authorized(Target target, String path, String body) {
    String head =
        """
        POST %s HTTP/1.1
        host: 127.0.0.1:%d
        authorization: Bearer %s
        content-type: application/json
        content-length: %d

        """
            .replace("\n", "\r\n")
            .formatted(path, target.port(), target.apiKey(), body.length());
    return new RequestTemplate(head, body, null);
  }

  /** Calls an inbound source as GitHub does. */
  static RequestTemplate vendor(Target target, int payloadBytes, String sourceId) {
    String body = Payload.data(payloadBytes);
    String head =
        """
        POST /v1/inbound/%s HTTP/1.1
        host: 127.0.0.1:%d
        content-type: application/json
        content-length: %d
        x-hub-signature-256: %s

        """
            .replace("\n", "\r\n")
            .formatted(sourceId, target.port(), body.length(), BodySignature.PLACE);
    return new RequestTemplate(
        head, body, new BodySignature(head.indexOf(BodySignature.PLACE), head.length()));
  }

  /** A buffer of its own for a connection, ready to be numbered. */
  ByteBuffer newBuffer() {
    return ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
  }

  /** Writes the sequence number into the buffer and makes it ready to be sent. */
  void number(ByteBuffer buffer, long sequence) {
    for (int position : positions) {
      long rest = sequence;
      for (int i = position + Payload.DIGITS - 1; i >= position; i--) {
        buffer.put(i, (byte) ('0' + rest % 10));
        rest /= 10;
      }
    }
    buffer.clear();
    if (signature != null) {
      signature.sign(buffer);
    }
  }

  private static int[] positionsOf(String request, int from) {
    List<Integer> found = new ArrayList<>();
    for (int at = request.indexOf(DIGITS, from); at >= 0; at = request.indexOf(DIGITS, at + 1)) {
      found.add(at);
    }
    return found.stream().mapToInt(Integer::intValue).toArray();
  }
}
