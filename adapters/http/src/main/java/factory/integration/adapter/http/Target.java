package factory.integration.adapter.http;

import java.net.URI;
import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where a call goes, read from its URL.
 *
 * @param path with the query, in ASCII
 * @param route names the pool's connections that serve it
 */
record Target(UrlHost host, int port, String hostHeader, String path, HttpRoute route) {

  private static final int MAX_PORT = 65535;

  /** Reads a URL, refusing what isn't plainly http or https. */
  static Target of(URI url) throws EgressRefusedException {
    try {
      return parse(url);
    } catch (IllegalArgumentException e) {
      throw new EgressRefusedException("The URL is not one to call: " + e.getMessage() + ".");
    }
  }

  /** The host and port, for messages; the rest of a URL may hold secrets. */
  @Override
  public String toString() {
    return host.inHeader() + ":" + port;
  }

  private static Target parse(URI url) {
    boolean secure = "https".equalsIgnoreCase(url.getScheme());
    if (!secure && !"http".equalsIgnoreCase(url.getScheme())) {
      throw new IllegalArgumentException("its scheme is not http or https");
    }
    String authority = url.getRawAuthority();
    if (authority == null || authority.indexOf('@') >= 0) {
      throw new IllegalArgumentException("it has no host, or user information before it");
    }
    int colon = authority.indexOf(':', authority.lastIndexOf(']') + 1);
    UrlHost host = UrlHost.parse(colon < 0 ? authority : authority.substring(0, colon));
    int usual = secure ? 443 : 80;
    int port = colon < 0 ? usual : port(authority.substring(colon + 1), usual);
    String hostHeader = port == usual ? host.inHeader() : host.inHeader() + ":" + port;
    HttpHost hop = new HttpHost(secure ? "https" : "http", host.name(), port);
    return new Target(host, port, hostHeader, path(url), new HttpRoute(hop, null, secure));
  }

  private static int port(String text, int usual) {
    if (text.isEmpty()) {
      return usual;
    }
    boolean digits = text.length() <= 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int port = digits ? Integer.parseInt(text) : 0;
    if (port < 1 || port > MAX_PORT) {
      throw new IllegalArgumentException("its port is not a number from 1 to " + MAX_PORT);
    }
    return port;
  }

  private static String path(URI url) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String whole = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    return whole.chars().allMatch(c -> c < 0x80) ? whole : URI.create(whole).toASCIIString();
  }
}
