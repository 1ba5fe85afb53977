package factory.integration.adapter.http;

import java.net.InetAddress;

/** A block of addresses such as {@code 10.1.0.0/16}; an address alone is a block of one. */
record AddressRange(InetAddress first, int prefixBits) {

  AddressRange {
    int width = first.getAddress().length * Byte.SIZE;
    if (prefixBits < 0 || prefixBits > width) {
      throw new IllegalArgumentException(
          "the prefix of " + first.getHostAddress() + " must be from 0 to " + width + " bits");
    }
  }

  static AddressRange parse(String text) {
    String trimmed = text.strip();
    int slash = trimmed.indexOf('/');
    InetAddress first = InetAddress.ofLiteral(slash < 0 ? trimmed : trimmed.substring(0, slash));
    int prefix =
        slash < 0
            ? first.getAddress().length * Byte.SIZE
            : Integer.parseInt(trimmed.substring(slash + 1));
    return new AddressRange(first, prefix);
  }

  boolean contains(InetAddress address) {
    byte[] ours = first.getAddress();
    byte[] theirs = address.getAddress();
    if (ours.length != theirs.length) {
      return false;
    }
    int differing = 0;
    for (int i = 0, left = prefixBits; left > 0; i++, left -= Byte.SIZE) {
      int mask = left >= Byte.SIZE ? 0xff : 0xff << (Byte.SIZE - left) & 0xff;
      differing |= (ours[i] ^ theirs[i]) & mask;
    }
    return differing == 0;
  }
}
