package factory.integration.api.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class EndpointUrlTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.com/hook?team=a",
        "http://127.0.0.1:8080/hook",
        "HTTPS://EXAMPLE.COM",
        "https://[2001:db8::1]:8443/"
      })
  void takesAbsoluteHttpAddresses(String url) {
    assertThat(new EndpointUrl(url)).hasToString(url);
    assertThat(new EndpointUrl(url).toUri()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/hook",
        "example.com/hook",
        "file:///etc/passwd",
        "gopher://example.com/",
        "https:///hook",
        "https:example.com",
        "https://user:secret@example.com/",
        "https://user@example.com/",
        "https://example.com/#part",
        "https://example.com/a b",
        "https://example.com/\r\nx: y",
        "https://exa mple.com/"
      })
  void refusesOthers(String url) {
    assertThatThrownBy(() -> new EndpointUrl(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takes2048CharactersAndNoMore() {
    String url = "https://example.com/";

    assertThat(new EndpointUrl(url + "a".repeat(2048 - url.length())).value()).hasSize(2048);
    assertThatThrownBy(() -> new EndpointUrl(url + "a".repeat(2049 - url.length())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2048");
  }

  @Test
  void isABareStringInJson() {
    JsonMapper mapper = JsonMapper.builder().build();
    EndpointUrl url = new EndpointUrl("https://example.com/hook");

    assertThat(mapper.writeValueAsString(url)).isEqualTo("\"https://example.com/hook\"");
    assertThat(mapper.readValue("\"https://example.com/hook\"", EndpointUrl.class)).isEqualTo(url);
  }
}
