package factory.integration.adapter.http;

import java.net.URI;
import java.util.concurrent.ConcurrentHashMap;

/** Endpoints are called over and over; reading their URLs each time costs a tenth of a call. */
final class TargetCache {

  private static final int MAX_SIZE = 10_000;

  private final ConcurrentHashMap<URI, Target> targets = new ConcurrentHashMap<>();

  Target of(URI url) throws EgressRefusedException {
    Target known = targets.get(url);
    if (known != null) {
      return known;
    }
    if (targets.size() >= MAX_SIZE) {
      targets.clear();
    }
    Target read = Target.of(url);
    targets.put(url, read);
    return read;
  }
}
