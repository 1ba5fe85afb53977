package factory.integration.adapter.http;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the platform may connect to beyond the public internet.
 *
 * @param allow addresses and blocks, such as {@code 127.0.0.1}, {@code ::1} or {@code 10.1.0.0/16},
 *     allowed although they are not public
 */
@ConfigurationProperties("platform.egress")
record EgressProperties(List<String> allow) {

  EgressProperties(@Nullable List<String> allow) {
    this.allow = allow == null ? List.of() : List.copyOf(allow);
    this.allow.forEach(EgressProperties::range);
  }

  List<AddressRange> allowedRanges() {
    return allow.stream().map(EgressProperties::range).toList();
  }

  private static AddressRange range(String text) {
    try {
      return AddressRange.parse(text);
    } catch (IllegalArgumentException e) { // not kept as the cause: that is what Boot would show
      throw new IllegalArgumentException(
          "platform.egress.allow holds \"%s\"; write an address or a block such as 10.1.0.0/16"
              .formatted(text));
    }
  }
}
