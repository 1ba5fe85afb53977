package factory.integration.benchmarks.sink;

import factory.integration.benchmarks.wire.Payload;
import java.nio.ByteBuffer;

/** Reads the two numbers that a delivery carries: the endpoint's and the event's. */
final class Numbers {

  private static final int MARKER_WITHIN = 512;

  private Numbers() {}

  /** The number that ends the path of {@code POST /e/17 HTTP/1.1}; 0 when there is none. */
  static int endpoint(ByteBuffer request) {
    int number = 0;
    for (int i = "POST ".length(); i < request.position(); i++) {
      int character = request.get(i);
      if (character == ' ') {
        return number;
      }
      number = character >= '0' && character <= '9' ? number * 10 + character - '0' : 0;
    }
    return 0;
  }

  /** The number behind {@link Payload#MARKER}, or -1 when the body's start does not hold it. */
  static long sequence(ByteBuffer request, int bodyStart) {
    byte[] marker = Payload.MARKER;
    int last = Math.min(request.position() - marker.length, bodyStart + MARKER_WITHIN);
    for (int i = bodyStart; i < last; i++) {
      if (request.get(i) == marker[0] && matches(request, i, marker)) {
        return digits(request, i + marker.length);
      }
    }
    return -1;
  }

  private static boolean matches(ByteBuffer request, int at, byte[] marker) {
    for (int i = 1; i < marker.length; i++) {
      if (request.get(at + i) != marker[i]) {
        return false;
      }
    }
    return true;
  }

  private static long digits(ByteBuffer request, int start) {
    long number = 0;
    for (int i = start; i < request.position(); i++) {
      int digit = request.get(i) - '0';
      if (digit < 0 || digit > 9) {
        break;
      }
      number = number * 10 + digit;
    }
    return number;
  }
}
