package factory.integration.adapter.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * The part of an answer's body that is kept.
 *
 * @param complete whether all of it was read from the connection
 * @param truncated whether there is, or may be, more of it than the bytes
 */
record AnswerBody(byte[] bytes, boolean complete, boolean truncated) {

  static final int MAX_BYTES = 64 * 1024;

  private static final int FIRST_READ = 1024;
  private static final AnswerBody NONE = new AnswerBody(new byte[0], true, false);

  /**
   * Reads and decodes up to 64 KiB; whatever goes wrong on the way ends the body, not the call. We
   * ask for no encoding, so that one we don't know is left as it is.
   */
  static AnswerBody read(ClassicHttpResponse answer) {
    HttpEntity entity = answer.getEntity();
    if (entity == null) {
      return NONE;
    }
    AnswerBody raw = readRaw(entity);
    Header encoding = answer.getFirstHeader("content-encoding");
    return encoding == null || raw.bytes.length == 0 ? raw : raw.decoded(encoding.getValue());
  }

  private static AnswerBody readRaw(HttpEntity entity) {
    try {
      InputStream stream = entity.getContent();
      return stream == null ? NONE : read(stream, entity.getContentLength());
    } catch (IOException e) {
      return new AnswerBody(new byte[0], false, true);
    }
  }

  private AnswerBody decoded(@Nullable String encoding) {
    InputStream raw = new ByteArrayInputStream(bytes);
    try {
      return switch (String.valueOf(encoding).toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip" -> replacedBy(read(new GZIPInputStream(raw), -1));
        case "deflate" -> replacedBy(read(new InflaterInputStream(raw), -1));
        default -> this;
      };
    } catch (IOException e) {
      return this;
    }
  }

  private AnswerBody replacedBy(AnswerBody decoded) {
    boolean undecodable = decoded.bytes.length == 0 && decoded.truncated;
    return undecodable
        ? this
        : new AnswerBody(decoded.bytes, complete, truncated || decoded.truncated);
  }

  private static AnswerBody read(InputStream stream, long length) {
    byte[] bytes = new byte[(int) (length < 0 ? FIRST_READ : Math.min(length, MAX_BYTES))];
    int size = 0;
    try {
      while (size != length) {
        if (size == bytes.length) {
          if (size == MAX_BYTES) {
            boolean ended = stream.read() < 0;
            return new AnswerBody(bytes, ended, !ended);
          }
          bytes = Arrays.copyOf(bytes, Math.min(MAX_BYTES, size * 4));
        }
        int count = stream.read(bytes, size, bytes.length - size);
        if (count < 0) {
          return new AnswerBody(Arrays.copyOf(bytes, size), true, false);
        }
        size += count;
      }
      return new AnswerBody(bytes, true, false);
    } catch (IOException e) {
      return new AnswerBody(Arrays.copyOf(bytes, size), false, true);
    }
  }
}
