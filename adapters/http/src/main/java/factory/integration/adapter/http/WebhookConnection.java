package factory.integration.adapter.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.HttpMessageParserFactory;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;

/**
 * A connection whose answers' heads are bounded, which never writes what passes over it to a log
 * (there are secrets in it), and never says goodbye in TLS: that could block its closer.
 */
final class WebhookConnection extends DefaultManagedHttpClientConnection {

  private final AnswerHeadParser heads;

  private WebhookConnection(AnswerHeadParser heads) {
    super("webhook", null, null, AnswerHeadParser.LIMITS, null, null, null, new Heads(heads));
    this.heads = heads;
  }

  static WebhookConnection create() {
    return new WebhookConnection(new AnswerHeadParser());
  }

  long received() {
    return heads.received();
  }

  /** Whether bytes that were read belong to no answer so far. */
  boolean hasLeftover() {
    return heads.hasLeftover();
  }

  /** Whether bytes wait that were not read. */
  boolean hasUnread() throws IOException {
    return ensureOpen().getInputStream().available() > 0;
  }

  @Override
  public void bind(Socket socket) throws IOException {
    bind(new SocketHolder(socket));
  }

  @Override
  public void bind(SSLSocket tlsSocket, Socket socket) throws IOException {
    bind(new SocketHolder(tlsSocket, socket));
  }

  @Override
  public void close(CloseMode mode) {
    SocketHolder holder = getSocketHolder();
    if (mode == CloseMode.GRACEFUL && holder != null) {
      Closer.closeQuietly(holder.getBaseSocket());
    }
    super.close(CloseMode.IMMEDIATE);
  }

  @Override
  public void close() {
    close(CloseMode.GRACEFUL);
  }

  @Override
  protected void onRequestSubmitted(ClassicHttpRequest request) {}

  @Override
  protected void onResponseReceived(ClassicHttpResponse response) {}

  private record Heads(AnswerHeadParser parser)
      implements HttpMessageParserFactory<ClassicHttpResponse> {

    @Override
    @Deprecated
    public HttpMessageParser<ClassicHttpResponse> create(Http1Config limits) {
      return parser;
    }
  }
}
