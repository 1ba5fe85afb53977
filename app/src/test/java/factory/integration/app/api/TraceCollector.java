package factory.integration.app.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;

/** Receives spans as a collector does: OTLP, protocol buffers over HTTP. */
final class TraceCollector implements AutoCloseable {

  /**
   * A span as it came.
   *
   * @param parentId empty for the first of a trace
   * @param kind 2 server, 3 client, 4 producer, 5 consumer
   */
  record Received(String traceId, String spanId, String parentId, String name, long kind) {}

  private final Queue<Received> spans = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  TraceCollector() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v1/traces", this::handle);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
  }

  List<Received> spansOf(String traceId) {
    return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] request = exchange.getRequestBody().readAllBytes();
      fields(request, (_, resource) -> fields(resource, (number, scope) -> scope(number, scope)));
      exchange.sendResponseHeaders(200, -1);
    }
  }

  /** Of the fields of {@code ResourceSpans} the second holds scopes, and of these spans. */
  private void scope(int number, byte[] scope) {
    if (number == 2) {
      fields(
          scope,
          (field, span) -> {
            if (field == 2) {
              spans.add(span(span));
            }
          });
    }
  }

  private static Received span(byte[] span) {
    String[] texts = {"", "", "", "", ""};
    fields(
        span,
        (number, value) -> {
          switch (number) {
            case 1 -> texts[0] = HexFormat.of().formatHex(value);
            case 2 -> texts[1] = HexFormat.of().formatHex(value);
            case 4 -> texts[2] = HexFormat.of().formatHex(value);
            case 5 -> texts[3] = new String(value, StandardCharsets.UTF_8);
            case 6 -> texts[4] = Byte.toString(value[0]);
            default -> {}
          }
        });
    return new Received(texts[0], texts[1], texts[2], texts[3], Long.parseLong(texts[4]));
  }

  /** Reads a message of protocol buffers, field by field. */
  private static void fields(byte[] message, BiConsumer<Integer, byte[]> field) {
    ByteBuffer in = ByteBuffer.wrap(message);
    while (in.hasRemaining()) {
      long tag = number(in);
      byte[] value =
          switch ((int) (tag & 7)) {
            case 0 -> new byte[] {(byte) number(in)};
            case 1 -> bytes(in, 8);
            case 2 -> bytes(in, (int) number(in));
            case 5 -> bytes(in, 4);
            default -> throw new IllegalStateException("no protocol buffer: tag " + tag);
          };
      field.accept((int) (tag >> 3), value);
    }
  }

  private static long number(ByteBuffer in) {
    long number = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = in.get();
      number |= (long) (next & 0x7f) << shift;
      if (next >= 0) {
        return number;
      }
    }
  }

  private static byte[] bytes(ByteBuffer in, int length) {
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }
}
