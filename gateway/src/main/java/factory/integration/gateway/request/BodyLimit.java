package factory.integration.gateway.request;

/**
 * How long the bodies of a route may be where that differs from the general limit.
 *
 * @param path the whole path, or its beginning when it ends in {@code /}
 */
public record BodyLimit(String path, long maxBytes) {

  boolean covers(String requestPath) {
    return path.endsWith("/") ? requestPath.startsWith(path) : requestPath.equals(path);
  }
}
