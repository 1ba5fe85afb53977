package factory.integration.adapter.servicebus.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DerTests {

  @Test
  void writesLengthsInOneTwoOrThreeBytes() {
    assertThat(hex(Der.octets(new byte[127]))).startsWith("047f00").hasSize(2 * (2 + 127));
    assertThat(hex(Der.octets(new byte[128]))).startsWith("04818000").hasSize(2 * (3 + 128));
    assertThat(hex(Der.octets(new byte[256]))).startsWith("0482010000").hasSize(2 * (4 + 256));
  }

  @Test
  void writesIdentifiersInBaseHundredTwentyEight() {
    assertThat(hex(Der.oid("2.5.4.3"))).isEqualTo("0603550403");
    assertThat(hex(Der.oid("1.2.840.10045.4.3.2"))).isEqualTo("06082a8648ce3d040302");
  }

  @Test
  void writesNumbersWithTheirSign() {
    assertThat(hex(Der.integer(BigInteger.valueOf(128)))).isEqualTo("02020080");
  }

  @Test
  void writesTimesWithFourDigitsOfTheYearFrom2050() {
    assertThat(Der.time(Instant.parse("2049-12-31T23:59:59Z")))
        .asString()
        .isEqualTo("\u0017\r491231235959Z");
    assertThat(Der.time(Instant.parse("2050-01-01T00:00:00Z")))
        .asString()
        .isEqualTo("\u0018\u000f20500101000000Z");
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
