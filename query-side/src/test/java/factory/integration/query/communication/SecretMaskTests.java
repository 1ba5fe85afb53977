package factory.integration.query.communication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTests {

  @Nested
  class HeaderTests {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "Authorization",
          "proxy-authorization",
          "Cookie",
          "set-cookie",
          "X-API-Key",
          "x-access-token",
          "x-client-secret"
        })
    void masksSecretHeaders(String name) {
      assertThat(SecretMask.inHeaders(Map.of(name, "abc"))).containsEntry(name, "***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "webhook-signature", "x-webhook-event"})
    void showsOtherHeaders(String name) {
      assertThat(SecretMask.inHeaders(Map.of(name, "abc"))).containsEntry(name, "abc");
    }
  }

  @Nested
  class UrlTests {

    @Test
    void masksSecretParameters() {
      assertThat(SecretMask.inUrl("https://x.example/a?team=b&api_key=abc&token&accessToken=1"))
          .isEqualTo("https://x.example/a?team=b&api_key=***&token&accessToken=***");
      assertThat(SecretMask.inUrl("https://x.example/token=1"))
          .isEqualTo("https://x.example/token=1");
    }
  }

  @Nested
  class BodyTests {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '\0',
        textBlock =
            """
            {"password":"a"}                       | {"password":"***"}
            { "Access_Token" : "a\\"b" , "b":1.0 } | { "Access_Token" : "***" , "b":1.0 }
            {"apiKey":[1,"]",{"x":2}],"b":[]}      | {"apiKey":"***","b":[]}
            {"x":{"clientSecret":12},"y":"token"}  | {"x":{"clientSecret":"***"},"y":"token"}
            {"pass\\u0077ord":null}                | {"pass\\u0077ord":"***"}
            {"authorization":true, "z":"é"}        | {"authorization":"***", "z":"é"}
            {"a":["token","b"],"tok":"en"}         | {"a":["token","b"],"tok":"en"}
            {"b":"c","secret":"is cut o            | {"b":"c","secret":"***"
            {"secret":{"is":["cut                  | {"secret":"***"
            {"secret":                             | {"secret":"***"
            no JSON: "token" or not                | no JSON: "token" or not
            "                                      | "
            """)
    void masksSecretFieldsAndLeavesTheRest(String body, String masked) {
      assertThat(SecretMask.inBody(body)).isEqualTo(masked);
    }

    @Test
    void masksAFieldWhoseNameCannotBeRead() {
      assertThat(SecretMask.inBody("{\"\\uZZ\":\"a\"}")).isEqualTo("{\"\\uZZ\":\"***\"}");
    }
  }
}
