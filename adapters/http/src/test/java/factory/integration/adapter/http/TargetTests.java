package factory.integration.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTests {

  @ParameterizedTest
  @CsvSource({
    "http://127.0.0.1/, 127.0.0.1",
    "http://2130706433/, 127.0.0.1",
    "http://017700000001/, 127.0.0.1",
    "http://0x7f000001/, 127.0.0.1",
    "http://0177.0.0.1/, 127.0.0.1",
    "http://0x7f.1/, 127.0.0.1",
    "http://0X7F.0.0.0x1/, 127.0.0.1",
    "http://127.1/, 127.0.0.1",
    "http://127.0.1/, 127.0.0.1",
    "http://127.0.0.1./, 127.0.0.1",
    "http://10.65535/, 10.0.255.255",
    "http://0/, 0.0.0.0",
    "http://127\u30020\u30020\u30021/, 127.0.0.1",
    "http://\uff11\uff12\uff17.\uff10.\uff10.\uff11/, 127.0.0.1",
    "http://\u2460\u2461\u2466.0.0.1/, 127.0.0.1",
    "http://[::1]/, ::1",
    "http://[0:0:0:0:0:0:0:1]/, ::1",
    "http://[::1%25lo]/, ::1",
    "http://[fe80::1%25eth0]/, fe80::1",
    "http://[::ffff:127.0.0.1]/, 127.0.0.1",
    "http://[::ffff:7f00:1]/, 127.0.0.1"
  })
  void readsAnAddressHoweverItIsWritten(String url, String address) throws Exception {
    assertThat(Target.of(URI.create(url)).host().literal())
        .isEqualTo(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @CsvSource({
    "http://Example.COM/, example.com",
    "http://example.com./, example.com",
    "http://b\u00fccher.example/, xn--bcher-kva.example",
    "http://\uff45xample.com/, example.com",
    "http://my_host.example/, my_host.example",
    "http://localhost/, localhost",
    "http://1.example/, 1.example",
    "http://0x7f.example/, 0x7f.example"
  })
  void readsANameInOneSpelling(String url, String name) throws Exception {
    UrlHost host = Target.of(URI.create(url)).host();

    assertThat(host.name()).isEqualTo(name);
    assertThat(host.literal()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc/passwd",
        "gopher://example.com/",
        "ftp://example.com/",
        "mailto:a@example.com",
        "/hook",
        "http:///hook",
        "http://user:secret@example.com/",
        "http://user@127.0.0.1/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://example.com:999999/",
        "http://256.0.0.1/",
        "http://1.2.3.4.5/",
        "http://0x100000000/",
        "http://08.0.0.1/",
        "http://4294967296/",
        "http://0x/",
        "http://127.0.0.1../",
        "http://./",
        "http://a..b/",
        "http://%31%32%37.0.0.1/",
        "http://exa%00mple.com/",
        "http://a,b/",
        "http://[::1%25lo%25lo]x/"
      })
  void refusesWhatIsNotPlainlyAnEndpoint(String url) {
    assertThatExceptionOfType(EgressRefusedException.class)
        .isThrownBy(() -> Target.of(toUri(url)))
        .withMessageStartingWith("The URL is not one to call: ");
  }

  @Test
  void namesTheHostAsTheUrlDoes() throws Exception {
    assertThat(Target.of(URI.create("https://Example.com:443/a")).hostHeader())
        .isEqualTo("example.com");
    assertThat(Target.of(URI.create("https://example.com:8443/a")).hostHeader())
        .isEqualTo("example.com:8443");
    assertThat(Target.of(URI.create("http://[::1]:8080/a")).hostHeader()).isEqualTo("[::1]:8080");
    assertThat(Target.of(URI.create("http://[::1]/a")).hostHeader()).isEqualTo("[::1]");
  }

  @Test
  void keepsPathAndQueryAsTheyAre() throws Exception {
    assertThat(Target.of(URI.create("http://a.example")).path()).isEqualTo("/");
    assertThat(Target.of(URI.create("http://a.example?x=1")).path()).isEqualTo("/?x=1");
    assertThat(Target.of(URI.create("http://a.example/b%2Fc/../d?x=%20")).path())
        .isEqualTo("/b%2Fc/../d?x=%20");
    assertThat(Target.of(URI.create("http://a.example/\u00fc?\u00fc")).path())
        .isEqualTo("/%C3%BC?%C3%BC");
    assertThat(Target.of(URI.create("http://a.example//b")).path()).isEqualTo("//b");
  }

  @Test
  void doesNotTellThePathInMessages() throws Exception {
    assertThat(Target.of(URI.create("https://a.example/secret?token=1")))
        .hasToString("a.example:443");
  }

  /** The class refuses some by itself, which is as good. */
  private static URI toUri(String url) throws EgressRefusedException {
    try {
      return URI.create(url);
    } catch (IllegalArgumentException e) {
      throw new EgressRefusedException("The URL is not one to call: " + e.getMessage());
    }
  }
}
