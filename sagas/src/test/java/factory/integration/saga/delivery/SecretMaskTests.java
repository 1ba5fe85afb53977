package factory.integration.saga.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretMaskTests {

  @Nested
  class BodyTests {

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"token\":\"abc\"} | {\"token\":\"***\"}",
          "{\"accessToken\" : \"abc\", \"id\": 1} | {\"accessToken\" : \"***\", \"id\": 1}",
          "{\"client_secret\":\"a\\\"b\",\"id\":1} | {\"client_secret\":\"***\",\"id\":1}",
          "{\"PASSWORD\":\"\\\\\",\"id\":1} | {\"PASSWORD\":\"***\",\"id\":1}",
          "{\"apiKey\":12345,\"id\":1} | {\"apiKey\":\"***\",\"id\":1}",
          "{\"api-key\":null} | {\"api-key\":\"***\"}",
          "{\"tokens\":[\"a\",\"b]\"],\"id\":1} | {\"tokens\":\"***\",\"id\":1}",
          "{\"secret\":{\"a\":{\"b\":\"}\"}},\"id\":1} | {\"secret\":\"***\",\"id\":1}",
          "{\"Authorization\":\"Bearer abc\"} | {\"Authorization\":\"***\"}",
          "{\"body\":\"{\\\"token\\\":\\\"abc\\\",\\\"id\\\":1}\"} |"
              + " {\"body\":\"{\\\"token\\\":\\\"***\\\",\\\"id\\\":1}\"}",
          "user=me&password=a%20b&x=1 | user=me&password=***&x=1",
          "Cookie: a=b; c=d | Cookie: ***",
        })
    void hidesValuesOfSecretFields(String body, String masked) {
      assertThat(SecretMask.body(body)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{\"ok\":true}",
          "{\"message\":\"the token is wrong\"}",
          "{\"password_is_set\"}",
          "token",
          "token:",
          "secret = "
        })
    void leavesTheRestAsItIs(String body) {
      assertThat(SecretMask.body(body)).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"token\":\"abc | {\"token\":\"***",
          "{\"token\":\"abc\\ | {\"token\":\"***",
          "{\"token\":abc | {\"token\":\"***\"",
          "{\"token\":[\"abc\",{\"d\" | {\"token\":\"***\"",
          "{\"token\":[\"abc | {\"token\":\"***\"",
        })
    void hidesAValueThatWasCutOff(String body, String masked) {
      assertThat(SecretMask.body(body)).isEqualTo(masked);
    }

    @Test
    void leavesAnEmptySecretWhereItIs() {
      assertThat(SecretMask.body("{\"token\":\"\",\"id\":1}"))
          .isEqualTo("{\"token\":\"\",\"id\":1}");
    }

    /** With backtracking each of these would take minutes. */
    @ParameterizedTest
    @ValueSource(
        strings = {
          "token",
          "\"token\"",
          "\"token\":",
          "\"token\":\"",
          "\"token\":{",
          "\"token\":[\"",
          "token=",
          "\"",
          "\\\"",
          "\"\\",
          "{\"a\":[",
          "token \t",
          "tok",
          "a"
        })
    @Timeout(10)
    void readsWhateverAnEndpointSendsInOneGo(String piece) {
      String body = piece.repeat(64 * 1024 / piece.length());
      assertThat(SecretMask.body("{\"token\":\"abcdef\"," + body)).doesNotContain("abcdef");
      assertThat(SecretMask.body(body)).isNotNull();
    }

    @Test
    void hidesASecretOfMaximumLength() {
      String secret = "s".repeat(64 * 1024);
      assertThat(SecretMask.body("{\"token\":\"" + secret + "\"}"))
          .isEqualTo("{\"token\":\"***\"}");
    }
  }

  @Nested
  class HeaderTests {

    @ParameterizedTest
    @ValueSource(
        strings = {
          "authorization",
          "proxy-authorization",
          "www-authenticate",
          "set-cookie",
          "Set-Cookie2",
          "x-api-key",
          "X-Auth-Token",
          "x-amz-security-token",
          "x-shared-secret"
        })
    void hidesSecretHeaders(String name) {
      assertThat(SecretMask.header(name, "abc")).isEqualTo("***");
    }

    @ParameterizedTest
    @ValueSource(strings = {"content-type", "retry-after", "x-request-id", "etag", "author"})
    void showsTheOthers(String name) {
      assertThat(SecretMask.header(name, "abc")).isEqualTo("abc");
    }
  }

  @Nested
  class CredentialTests {

    @Test
    void hidesTheCredentialsOfTheCallWhereverTheyStand() {
      assertThat(SecretMask.without(List.of("s3cr3t-1", "s3cr3t-2"), "a s3cr3t-1 b s3cr3t-2"))
          .isEqualTo("a *** b ***");
    }

    @Test
    void leavesATextThatMerelyHoldsAShortWord() {
      assertThat(SecretMask.without(List.of("ab", ""), "abc")).isEqualTo("abc");
    }
  }
}
