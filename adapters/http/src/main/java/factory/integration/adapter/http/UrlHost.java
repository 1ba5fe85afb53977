package factory.integration.adapter.http;

import java.net.IDN;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The host of a URL in the one spelling the platform works with: a name in lower-case ASCII without
 * a trailing dot, or an address, however it was written.
 *
 * @param name without brackets
 * @param literal the address, if the host is one
 */
record UrlHost(String name, @Nullable InetAddress literal) {

  private static final int MAX_LENGTH = 253;

  /** Reads what stands between {@code //} and the port. */
  static UrlHost parse(String text) {
    try {
      return text.indexOf(':') < 0 ? nameOrIpv4(text) : ipv6(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("its host is neither a name nor an address", e);
    }
  }

  /** As it stands in a host header. */
  String inHeader() {
    return name.indexOf(':') < 0 ? name : "[" + name + "]";
  }

  private static UrlHost ipv6(String text) {
    boolean bracketed = text.startsWith("[") && text.endsWith("]");
    String address = bracketed ? text.substring(1, text.length() - 1) : text;
    int zone = address.indexOf('%');
    String plain = (zone < 0 ? address : address.substring(0, zone)).toLowerCase(Locale.ROOT);
    return new UrlHost(plain, Inet6Address.ofLiteral(plain));
  }

  private static UrlHost nameOrIpv4(String text) {
    String ascii = IDN.toASCII(text, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
    String name = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
    if (!isName(name)) {
      throw new IllegalArgumentException(name);
    }
    if (!endsInNumber(name)) {
      return new UrlHost(name, null);
    }
    InetAddress address = Inet4Address.ofPosixLiteral(name);
    return new UrlHost(address.getHostAddress(), address);
  }

  private static boolean isName(String name) {
    return !name.isEmpty()
        && name.length() <= MAX_LENGTH
        && name.charAt(0) != '.'
        && !name.endsWith(".")
        && !name.contains("..")
        && name.chars().allMatch(UrlHost::isNameCharacter);
  }

  private static boolean isNameCharacter(int c) {
    return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_';
  }

  /** Resolvers of operating systems read such names as addresses, in octal and hexadecimal too. */
  private static boolean endsInNumber(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    return last.startsWith("0x")
        ? last.chars().skip(2).allMatch(c -> Character.digit(c, 16) >= 0)
        : last.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
