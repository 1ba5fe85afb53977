package factory.integration.adapter.http;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Decides to which addresses and ports the platform connects: public ones, and those allowed. */
final class EgressPolicy {

  /** What browsers refuse, and the usual ports of databases, brokers and remote control. */
  private static final Set<Integer> REFUSED_PORTS =
      Set.of(
          0, 1, 7, 9, 11, 13, 15, 17, 19, 20, 21, 22, 23, 25, 37, 42, 43, 53, 69, 77, 79, 87, 95,
          101, 102, 103, 104, 109, 110, 111, 113, 115, 117, 119, 123, 135, 137, 138, 139, 143, 161,
          162, 179, 389, 427, 445, 465, 512, 513, 514, 515, 526, 530, 531, 532, 540, 548, 554, 556,
          563, 587, 601, 631, 636, 873, 989, 990, 993, 995, 1099, 1433, 1434, 1521, 1719, 1720,
          1723, 1883, 2049, 2181, 2375, 2376, 2379, 2380, 3268, 3269, 3306, 3389, 3659, 4045, 4190,
          5060, 5061, 5432, 5671, 5672, 5900, 6000, 6379, 6380, 6566, 6665, 6666, 6667, 6668, 6669,
          6679, 6697, 8883, 9042, 9092, 9200, 9300, 10080, 10250, 10255, 11211, 27017, 27018, 27019,
          61613, 61616);

  private final List<AddressRange> allowed;

  EgressPolicy(EgressProperties properties) {
    this.allowed = properties.allowedRanges();
  }

  /**
   * Why the platform doesn't connect there, as the end of a sentence; null when it does. An allowed
   * address is not an allowed port: what listens there need not speak HTTP.
   */
  @Nullable String refusal(InetAddress address, int port) {
    InetAddress plain = SpecialAddresses.unwrapped(address);
    boolean open = isAllowed(address) || isAllowed(plain);
    String kind = open ? null : SpecialAddresses.kindOf(plain);
    return kind == null ? portRefusal(port) : "leads to an address that is " + kind;
  }

  /** As {@link #refusal}, for a host whose addresses are not known. */
  @Nullable String portRefusal(int port) {
    return REFUSED_PORTS.contains(port) ? "has port " + port + ", which is not for HTTP" : null;
  }

  private boolean isAllowed(InetAddress address) {
    for (AddressRange range : allowed) {
      if (range.contains(address)) {
        return true;
      }
    }
    return false;
  }
}
