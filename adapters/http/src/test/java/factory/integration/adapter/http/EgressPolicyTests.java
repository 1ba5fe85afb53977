package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EgressPolicyTests {

  private final EgressPolicy strict = new EgressPolicy(new EgressProperties(null));

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, of this network",
    "0.1.2.3, of this network",
    "10.0.0.1, private",
    "100.64.0.1, shared by a carrier",
    "100.127.255.254, shared by a carrier",
    "100.100.100.200, shared by a carrier",
    "127.0.0.1, loopback",
    "127.255.255.254, loopback",
    "168.63.129.16, of a cloud's metadata",
    "169.254.0.1, link-local",
    "169.254.169.254, link-local",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.0.0.192, reserved",
    "192.0.2.1, for documentation",
    "192.168.1.1, private",
    "198.18.0.1, for benchmarks",
    "198.19.255.255, for benchmarks",
    "198.51.100.7, for documentation",
    "203.0.113.7, for documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved or broadcast",
    "255.255.255.255, reserved or broadcast",
    "::, of this network",
    "::1, loopback",
    "fc00::1, private",
    "fd00:ec2::254, private",
    "fe80::1, link-local",
    "fec0::1, not public",
    "ff02::1, multicast",
    "100::1, not public",
    "64:ff9b:1::a00:1, not public",
    "::ffff:0:7f00:1, not public",
    "2001::1, 'reserved, Teredo''s among them'",
    "2001:0:a00:1::1, 'reserved, Teredo''s among them'",
    "2001:db8::1, for documentation",
    "3fff::1, for documentation"
  })
  void refusesWhatIsNotPublic(String address, String kind) {
    assertThat(verdict(strict, address)).isEqualTo("leads to an address that is " + kind);
  }

  @ParameterizedTest
  @CsvSource({
    "::ffff:127.0.0.1, loopback",
    "::ffff:169.254.169.254, link-local",
    "::127.0.0.1, loopback",
    "::10.0.0.1, private",
    "64:ff9b::7f00:1, loopback",
    "64:ff9b::192.168.0.1, private",
    "2002:7f00:1::, loopback",
    "2002:a9fe:a9fe::1, link-local",
    "2002:a00:1:2:3:4:5:6, private"
  })
  void judgesAnEmbeddedAddressLikeThePlainOne(String address, String kind) {
    assertThat(verdict(strict, address)).isEqualTo("leads to an address that is " + kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "8.8.8.8",
        "93.184.216.34",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.255.255",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "11.0.0.1",
        "1.1.1.1",
        "2606:2800:220:1::1",
        "2a00:1450:4001::1",
        "::ffff:8.8.8.8",
        "64:ff9b::808:808",
        "2002:808:808::1"
      })
  void allowsPublicAddresses(String address) {
    assertThat(verdict(strict, address)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 25, 110, 143, 3306, 5432, 6379, 9200, 11211, 27017})
  void refusesPortsThatAreNotForHttp(int port) {
    assertThat(strict.refusal(InetAddress.ofLiteral("8.8.8.8"), port))
        .isEqualTo("has port " + port + ", which is not for HTTP");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 443, 3000, 5000, 8000, 8080, 8443, 9000, 49152, 65535})
  void allowsPortsOfApplications(int port) {
    assertThat(strict.refusal(InetAddress.ofLiteral("8.8.8.8"), port)).isNull();
  }

  @Test
  void allowsWhatTheSettingsAllowButNoPortThatIsNotForHttp() {
    EgressPolicy policy =
        new EgressPolicy(new EgressProperties(List.of("127.0.0.1", "::1", "10.1.0.0/16")));

    assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.1"), 8443)).isNull();
    assertThat(policy.refusal(InetAddress.ofLiteral("127.0.0.1"), 6379)).contains("port 6379");
    assertThat(verdict(policy, "::1")).isNull();
    assertThat(verdict(policy, "10.1.2.3")).isNull();
    assertThat(verdict(policy, "::ffff:10.1.2.3")).isNull();
    assertThat(verdict(policy, "127.0.0.2")).isNotNull();
    assertThat(verdict(policy, "10.2.0.1")).isNotNull();
  }

  private static @Nullable String verdict(EgressPolicy policy, String address) {
    return policy.refusal(InetAddress.ofLiteral(address), 443);
  }
}
