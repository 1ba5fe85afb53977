package factory.integration.adapter.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.pool.PoolStats;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Connections that wait for the next call to the same host, and the making of new ones. */
final class ConnectionPool implements AutoCloseable {

  /** Unused for longer, a connection is closed. */
  static final TimeValue MAX_IDLE = TimeValue.ofSeconds(30);

  /** Older, it is replaced, so that a change of addresses is noticed. */
  private static final TimeValue MAX_AGE = TimeValue.ofMinutes(5);

  /** Idle for longer, it is checked before it is used: endpoints close idle connections. */
  private static final TimeValue CHECKED_AFTER = TimeValue.ofSeconds(1);

  private static final Duration MAX_CONNECT = Duration.ofSeconds(10);

  static final HttpContext NO_CONTEXT = HttpCoreContext.create();

  private final PoolingHttpClientConnectionManager connections;

  ConnectionPool(HttpProperties properties, DnsResolver resolver) {
    var schemes =
        RegistryBuilder.<TlsSocketStrategy>create()
            .register("https", TlsTrust.strategy(properties))
            .build();
    // the JDK's default would ask for a proxy, which would connect unvetted
    var operator =
        new DefaultHttpClientConnectionOperator(
            proxy -> new Socket(Proxy.NO_PROXY), null, resolver, schemes);
    connections =
        new PoolingHttpClientConnectionManager(
            operator,
            PoolConcurrencyPolicy.STRICT,
            PoolReusePolicy.LIFO,
            MAX_AGE,
            socket -> WebhookConnection.create());
    connections.setMaxTotal(properties.maxConnections());
    connections.setDefaultMaxPerRoute(properties.maxConnectionsPerHost());
    connections.setDefaultSocketConfig(
        SocketConfig.custom().setSoTimeout(Timeout.DISABLED).setTcpNoDelay(true).build());
    connections.setDefaultConnectionConfig(
        ConnectionConfig.custom().setValidateAfterInactivity(CHECKED_AFTER).build());
  }

  /** A connection to use, open if it was used before. */
  ConnectionEndpoint lease(HttpRoute route, CallDeadline deadline)
      throws IOException, InterruptedException {
    Timeout limit = Timeout.of(deadline.remaining());
    LeaseRequest request = connections.lease("", route, limit, null);
    try {
      return request.get(limit);
    } catch (TimeoutException | ExecutionException e) {
      throw new InterruptedIOException(e.getMessage());
    }
  }

  void connect(ConnectionEndpoint connection, CallDeadline deadline) throws IOException {
    Duration left = deadline.remaining();
    Duration limit = left.compareTo(MAX_CONNECT) < 0 ? left : MAX_CONNECT;
    ScopedValue.where(CallDeadline.CURRENT, deadline)
        .<Void, IOException>call(
            () -> {
              connections.connect(connection, TimeValue.of(limit), NO_CONTEXT);
              return null;
            });
  }

  /** Gives a connection back to be used again within a time. */
  void keep(ConnectionEndpoint connection, TimeValue idle) {
    connections.release(connection, null, idle);
  }

  void discard(ConnectionEndpoint connection, CloseMode mode) {
    connection.close(mode);
    connections.release(connection, null, TimeValue.ZERO_MILLISECONDS);
  }

  void closeIdle() {
    connections.closeExpired();
    connections.closeIdle(MAX_IDLE);
  }

  PoolStats stats() {
    return connections.getTotalStats();
  }

  @Override
  public void close() {
    connections.close(CloseMode.IMMEDIATE);
  }
}
