package factory.integration.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpTransportMetrics;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.apache.hc.core5.http.message.LazyLaxLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Reads status lines and headers of one connection. Other than its parent it bounds them as a
 * whole, and does not take a head that ends with the connection for a complete one.
 */
final class AnswerHeadParser extends DefaultHttpResponseParser {

  static final int MAX_HEAD_BYTES = 32 * 1024;

  /** Of one line, and of their number. */
  static final Http1Config LIMITS =
      Http1Config.custom()
          .setMaxLineLength(16 * 1024)
          .setMaxHeaderCount(200)
          .setMaxEmptyLineCount(2)
          .build();

  private @Nullable SessionInputBuffer buffer;

  AnswerHeadParser() {
    super(LIMITS, LazyLaxLineParser.INSTANCE, null);
  }

  @Override
  public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream stream)
      throws IOException, HttpException {
    this.buffer = buffer;
    return super.parse(new Head(buffer), stream);
  }

  /** Bytes that came on this connection so far. */
  long received() {
    return buffer == null ? 0 : buffer.getMetrics().getBytesTransferred();
  }

  /** Whether bytes came behind the last answer, which can't belong to an answer to come. */
  boolean hasLeftover() {
    return buffer != null && buffer.length() > 0;
  }

  private static final class Head implements SessionInputBuffer {

    private final SessionInputBuffer connection;
    private int size;

    Head(SessionInputBuffer connection) {
      this.connection = connection;
    }

    @Override
    public int readLine(CharArrayBuffer line, InputStream stream) throws IOException {
      int length = connection.readLine(line, stream);
      if (length < 0 && size > 0) {
        throw new ConnectionClosedException("closed in the middle of the headers");
      }
      size += length + 2;
      if (size > MAX_HEAD_BYTES) {
        throw new MessageConstraintException("more than 32 KiB of headers");
      }
      return length;
    }

    @Override
    public int length() {
      return connection.length();
    }

    @Override
    public int capacity() {
      return connection.capacity();
    }

    @Override
    public int available() {
      return connection.available();
    }

    @Override
    public int read(byte[] b, int off, int len, InputStream stream) throws IOException {
      return connection.read(b, off, len, stream);
    }

    @Override
    public int read(byte[] b, InputStream stream) throws IOException {
      return connection.read(b, stream);
    }

    @Override
    public int read(InputStream stream) throws IOException {
      return connection.read(stream);
    }

    @Override
    public HttpTransportMetrics getMetrics() {
      return connection.getMetrics();
    }
  }
}
