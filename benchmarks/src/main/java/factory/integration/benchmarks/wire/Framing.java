package factory.integration.benchmarks.wire;

import java.nio.ByteBuffer;

/**
 * Finds the end of an HTTP/1.1 message and nothing else, because generator and sink share the
 * machine with what they measure. One message at a time: what follows the end is not looked at.
 */
public final class Framing {

  private static final byte[] CONTENT_LENGTH = ascii("content-length:");
  private static final byte[] CHUNKED = ascii("transfer-encoding: chunked");
  private static final byte[] CLOSE = ascii("connection: close");
  private static final byte[] LAST_CHUNK = ascii("\r\n0\r\n\r\n");

  private int scanned;
  private int lineStart;
  private int bodyStart;
  private int contentLength;
  private boolean chunked;
  private boolean closing;

  /** Makes ready for the next message of the connection. */
  public void reset() {
    scanned = 0;
    lineStart = 0;
    bodyStart = 0;
    contentLength = 0;
    chunked = false;
    closing = false;
  }

  /** Whether the bytes from 0 to the buffer's position hold a whole message. */
  public boolean isComplete(ByteBuffer buffer) {
    if (bodyStart == 0 && !headEnds(buffer)) {
      return false;
    }
    return chunked ? endsWithLastChunk(buffer) : buffer.position() - bodyStart >= contentLength;
  }

  /** Where the body starts, once the message is complete. */
  public int bodyStart() {
    return bodyStart;
  }

  /** Whether the sender closes the connection after this message. */
  public boolean closing() {
    return closing;
  }

  private boolean headEnds(ByteBuffer buffer) {
    int end = buffer.position();
    for (; scanned < end; scanned++) {
      if (buffer.get(scanned) == '\n') {
        if (scanned - lineStart <= 1) {
          bodyStart = scanned + 1;
          return true;
        }
        readLine(buffer, lineStart, scanned);
        lineStart = scanned + 1;
      }
    }
    return false;
  }

  private void readLine(ByteBuffer buffer, int start, int end) {
    int first = buffer.get(start) | 0x20;
    if (first == 'c' && startsWith(buffer, start, end, CONTENT_LENGTH)) {
      contentLength = number(buffer, start + CONTENT_LENGTH.length, end);
    } else if (first == 'c' && startsWith(buffer, start, end, CLOSE)) {
      closing = true;
    } else if (first == 't' && startsWith(buffer, start, end, CHUNKED)) {
      chunked = true;
    }
  }

  private boolean endsWithLastChunk(ByteBuffer buffer) {
    int start = buffer.position() - LAST_CHUNK.length;
    return start >= bodyStart - 2 && startsWith(buffer, start, buffer.position(), LAST_CHUNK);
  }

  private static int number(ByteBuffer buffer, int start, int end) {
    int number = 0;
    for (int i = start; i < end; i++) {
      int digit = buffer.get(i) - '0';
      if (digit >= 0 && digit <= 9) {
        number = number * 10 + digit;
      }
    }
    return number;
  }

  private static boolean startsWith(ByteBuffer buffer, int start, int end, byte[] lowerCase) {
    if (end - start < lowerCase.length) {
      return false;
    }
    for (int i = 0; i < lowerCase.length; i++) {
      int found = buffer.get(start + i);
      int folded = found >= 'A' && found <= 'Z' ? found | 0x20 : found;
      if (folded != lowerCase[i]) {
        return false;
      }
    }
    return true;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
  }
}
