package factory.integration.adapter.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.impl.DefaultClientConnectionReuseStrategy;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.entity.BasicHttpEntity;
import org.apache.hc.core5.http.message.MessageSupport;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;
import org.jspecify.annotations.Nullable;

/** One request over one connection, up to the end of the answer's head. */
final class Exchange implements ConnectionEndpoint.RequestExecutor {

  private static final int MAX_INTERIM_ANSWERS = 16;
  private static final Pattern TIMEOUT =
      Pattern.compile("timeout\\s*=\\s*\"?(\\d{1,9})", Pattern.CASE_INSENSITIVE);

  private @Nullable WebhookConnection connection;
  private long receivedBefore;
  private boolean clean = true;

  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, HttpClientConnection connection, HttpContext context)
      throws IOException, HttpException {
    WebhookConnection ours = (WebhookConnection) connection;
    this.connection = ours;
    receivedBefore = ours.received();
    boolean used = receivedBefore > 0;
    if (used && (ours.hasLeftover() || ours.hasUnread())) {
      throw new ConnectionClosedException("said something nobody had asked for");
    }
    try {
      ours.sendRequestHeader(request);
      ours.sendRequestEntity(request);
      ours.flush();
    } catch (IOException e) {
      return earlyAnswer(ours, request, e);
    }
    return answer(ours, request);
  }

  /** Whether the endpoint closed the connection without a word, as one does that idled too long. */
  boolean metSilence() {
    return connection == null || connection.received() == receivedBefore;
  }

  /**
   * How long this connection may wait for another request, its answer's body having been read; null
   * if none may follow.
   */
  @Nullable TimeValue reusableFor(ClassicHttpRequest request, ClassicHttpResponse answer) {
    boolean reusable =
        clean
            && connection != null
            && !connection.hasLeftover()
            && DefaultClientConnectionReuseStrategy.INSTANCE.keepAlive(
                request, answer, ConnectionPool.NO_CONTEXT);
    return reusable ? idleTime(answer.getFirstHeader("keep-alive")) : null;
  }

  /** Endpoints that say when they will close an idle connection are not to be raced. */
  private static @Nullable TimeValue idleTime(@Nullable Header keepAlive) {
    if (keepAlive == null || keepAlive.getValue() == null) {
      return ConnectionPool.MAX_IDLE;
    }
    Matcher timeout = TIMEOUT.matcher(keepAlive.getValue());
    if (!timeout.find()) {
      return ConnectionPool.MAX_IDLE;
    }
    long seconds = Long.parseLong(timeout.group(1));
    return seconds == 0 ? null : TimeValue.ofMilliseconds(Math.min(30, seconds) * 1000 - 500);
  }

  /** Somebody who refuses a large body may answer and close before having read it. */
  private ClassicHttpResponse earlyAnswer(
      WebhookConnection connection, ClassicHttpRequest request, IOException failure)
      throws IOException {
    clean = false;
    try {
      return answer(connection, request);
    } catch (IOException | HttpException e) {
      throw failure;
    }
  }

  private ClassicHttpResponse answer(WebhookConnection connection, ClassicHttpRequest request)
      throws IOException, HttpException {
    for (int i = 0; i <= MAX_INTERIM_ANSWERS; i++) {
      ClassicHttpResponse answer = connection.receiveResponseHeader();
      if (answer.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
        throw new ProtocolException("switched to another protocol unasked");
      }
      if (answer.getCode() >= HttpStatus.SC_SUCCESS) {
        attachBody(connection, request, answer);
        return answer;
      }
    }
    throw new ProtocolException("sent more than " + MAX_INTERIM_ANSWERS + " interim answers");
  }

  private void attachBody(
      WebhookConnection connection, ClassicHttpRequest request, ClassicHttpResponse answer)
      throws IOException {
    try {
      if (MessageSupport.canResponseHaveBody(request.getMethod(), answer)) {
        connection.receiveResponseEntity(answer);
      }
    } catch (HttpException e) { // the status counts, though nobody can tell where the body ends
      clean = false;
      InputStream unreadable = InputStream.nullInputStream();
      unreadable.close();
      answer.setEntity(new BasicHttpEntity(unreadable, null));
    }
  }
}
