package factory.integration.api.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class BaseUrlTests {

  @ParameterizedTest
  @CsvSource({
    "https://api.github.com, https://api.github.com",
    "https://api.github.com/, https://api.github.com",
    "https://git.example.com/api/v3//, https://git.example.com/api/v3",
    "http://127.0.0.1:8080/a, http://127.0.0.1:8080/a"
  })
  void endsWhereAPathCanFollow(String given, String kept) {
    assertThat(new BaseUrl(given)).hasToString(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/api",
        "ftp://example.com",
        "https:///api",
        "https://user@example.com",
        "https://example.com?a=b",
        "https://example.com#a",
        "https://exa mple.com"
      })
  void refusesOthers(String url) {
    assertThatThrownBy(() -> new BaseUrl(url)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takes1024CharactersAndNoMore() {
    String url = "https://example.com/";

    assertThat(new BaseUrl(url + "a".repeat(1024 - url.length())).value()).hasSize(1024);
    assertThatThrownBy(() -> new BaseUrl(url + "a".repeat(1025 - url.length())))
        .hasMessageContaining("1024");
  }

  @Test
  void isABareStringInJson() {
    JsonMapper mapper = JsonMapper.shared();

    assertThat(mapper.writeValueAsString(new BaseUrl("https://a.test")))
        .isEqualTo("\"https://a.test\"");
    assertThat(mapper.readValue("\"https://a.test/\"", BaseUrl.class))
        .isEqualTo(new BaseUrl("https://a.test"));
  }
}
