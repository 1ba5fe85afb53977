package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MasterKeyTests {

  private static final String ZEROS = Base64.getEncoder().encodeToString(new byte[32]);

  @Test
  void readsItsOwnText() {
    MasterKey key = MasterKey.generate(new SecureRandom());

    assertThat(MasterKey.parse(key.toBase64() + "\n"))
        .map(MasterKey::toBase64)
        .contains(key.toBase64());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "secret",
        "not base64!",
        "AAAA",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
        "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void takesNothingButBase64Of32Bytes(String text) {
    assertThat(MasterKey.parse(text)).isEmpty();
  }

  @Test
  void differsFromEveryOther() {
    SecureRandom random = new SecureRandom();

    assertThat(MasterKey.generate(random).toBase64())
        .isNotEqualTo(MasterKey.generate(random).toBase64());
  }

  @Test
  void derivesAnotherKeyForEachPurposeByHkdf() {
    MasterKey key = MasterKey.parse(ZEROS).orElseThrow();

    assertThat(hex(key.id())).isEqualTo("c390bda380f812e1");
    assertThat(hex(key.derive("AES", "encryption").getEncoded()))
        .isEqualTo("ff2d92533a2e2c49c3ac2b3a309a17af505a95719854db514c09bc1fd1d79c4d");
    assertThat(hex(key.derive("HmacSHA256", "reference").getEncoded()))
        .isEqualTo("15799c5a3913a47b6048abe3512e6cb8eef084bea24b89735910664736f0bd26");
  }

  @Test
  void saysItsIdAndNothingElse() {
    MasterKey key = MasterKey.generate(new SecureRandom());

    assertThat(key).hasToString(hex(key.id()));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
