package factory.integration.adapter.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What addresses are for, after the special-purpose registries of IANA. */
final class SpecialAddresses {

  private static final List<Block> BLOCKS =
      List.of(
          block("0.0.0.0/8", "of this network"),
          block("10.0.0.0/8", "private"),
          block("100.64.0.0/10", "shared by a carrier"),
          block("127.0.0.0/8", "loopback"),
          block("168.63.129.16", "of a cloud's metadata"),
          block("169.254.0.0/16", "link-local"),
          block("172.16.0.0/12", "private"),
          block("192.0.0.0/24", "reserved"),
          block("192.0.2.0/24", "for documentation"),
          block("192.88.99.0/24", "reserved"),
          block("192.168.0.0/16", "private"),
          block("198.18.0.0/15", "for benchmarks"),
          block("198.51.100.0/24", "for documentation"),
          block("203.0.113.0/24", "for documentation"),
          block("224.0.0.0/4", "multicast"),
          block("240.0.0.0/4", "reserved or broadcast"),
          block("::", "of this network"),
          block("::1", "loopback"),
          block("fc00::/7", "private"),
          block("fe80::/10", "link-local"),
          block("ff00::/8", "multicast"),
          block("2001::/23", "reserved, Teredo's among them"),
          block("2001:db8::/32", "for documentation"),
          block("3fff::/20", "for documentation"));

  private static final AddressRange IPV4 = AddressRange.parse("0.0.0.0/0");
  private static final AddressRange GLOBAL_UNICAST = AddressRange.parse("2000::/3");

  /** IPv6 blocks that carry an IPv4 address, and where in them. */
  private static final List<Embedding> EMBEDDINGS =
      List.of(
          new Embedding(AddressRange.parse("::/96"), 12),
          new Embedding(AddressRange.parse("64:ff9b::/96"), 12),
          new Embedding(AddressRange.parse("2002::/16"), 2));

  private SpecialAddresses() {}

  /** What the address is, if it is not a public one. */
  static @Nullable String kindOf(InetAddress address) {
    for (Block block : BLOCKS) {
      if (block.range().contains(address)) {
        return block.kind();
      }
    }
    return IPV4.contains(address) || GLOBAL_UNICAST.contains(address) ? null : "not public";
  }

  /** The IPv4 address inside an IPv4-compatible, NAT64 or 6to4 one; else the address itself. */
  static InetAddress unwrapped(InetAddress address) {
    if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
      return address;
    }
    for (Embedding embedding : EMBEDDINGS) {
      if (embedding.range().contains(address)) {
        return embedding.ipv4(address);
      }
    }
    return address;
  }

  private static Block block(String range, String kind) {
    return new Block(AddressRange.parse(range), kind);
  }

  private record Block(AddressRange range, String kind) {}

  private record Embedding(AddressRange range, int offset) {

    InetAddress ipv4(InetAddress address) {
      byte[] bytes = Arrays.copyOfRange(address.getAddress(), offset, offset + 4);
      try {
        return InetAddress.getByAddress(bytes);
      } catch (UnknownHostException e) {
        throw new IllegalStateException("four bytes are an address", e);
      }
    }
  }
}
