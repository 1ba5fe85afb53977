package factory.integration.adapter.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretCipherTests {

  private static final TenantId TENANT = new TenantId("acme");
  private static final SecretRef REF = new SecretRef("sec-1", 1);
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final SecureRandom random = new SecureRandom();
  private final MasterKey key = MasterKey.generate(random);
  private final SecretCipher cipher = new SecretCipher(key, random);

  @ParameterizedTest
  @ValueSource(strings = {"", "a", SECRET, "pässwörd ✓ 🔑"})
  void opensWhatItSealed(String secret) {
    assertThat(cipher.open(TENANT, REF, cipher.seal(TENANT, REF, secret))).isEqualTo(secret);
  }

  @Test
  void opensWhatAnotherCipherOfTheSameKeySealed() {
    SecretCipher other =
        new SecretCipher(MasterKey.parse(key.toBase64()).orElseThrow(), new SecureRandom());

    assertThat(other.open(TENANT, REF, cipher.seal(TENANT, REF, SECRET))).isEqualTo(SECRET);
  }

  @Test
  void sealsTheSameSecretDifferentlyEachTime() {
    byte[] once = cipher.seal(TENANT, REF, SECRET);
    byte[] again = cipher.seal(TENANT, REF, SECRET);

    assertThat(Arrays.copyOfRange(once, 9, 21)).isNotEqualTo(Arrays.copyOfRange(again, 9, 21));
    assertThat(Arrays.copyOfRange(once, 21, 40)).isNotEqualTo(Arrays.copyOfRange(again, 21, 40));
  }

  @Test
  void showsFormatAndKeyButNotTheSecret() {
    byte[] sealed = cipher.seal(TENANT, REF, SECRET);

    assertThat(sealed).hasSize(1 + 8 + 12 + SECRET.length() + 16).startsWith(1);
    assertThat(Arrays.copyOfRange(sealed, 1, 9)).isEqualTo(key.id());
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("whsec", "MfKQ");
  }

  @Test
  void refusesEveryChangedBit() {
    byte[] sealed = cipher.seal(TENANT, REF, SECRET);

    assertThat(IntStream.range(0, sealed.length * 8))
        .allSatisfy(bit -> assertRefused(flipped(sealed, bit)));
  }

  @Test
  void refusesWhatWasCutOrAppended() {
    byte[] sealed = cipher.seal(TENANT, REF, SECRET);

    assertThat(IntStream.range(0, sealed.length))
        .allSatisfy(length -> assertRefused(Arrays.copyOf(sealed, length)));
    assertRefused(Arrays.copyOf(sealed, sealed.length + 1));
  }

  @Test
  void refusesAnotherTenantsSecret() {
    byte[] sealed = cipher.seal(TENANT, REF, SECRET);

    assertThatThrownBy(() -> cipher.open(new TenantId("other"), REF, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("sec-1:1 of tenant other");
  }

  @Test
  void refusesASecretUnderAnotherReference() {
    byte[] sealed = cipher.seal(TENANT, REF, SECRET);

    assertThatThrownBy(() -> cipher.open(TENANT, REF.next(), sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> cipher.open(TENANT, new SecretRef("sec-2", 1), sealed))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhichMasterKeyIsMissing() {
    MasterKey other = MasterKey.generate(random);
    byte[] sealed = new SecretCipher(other, random).seal(TENANT, REF, SECRET);

    assertThatThrownBy(() -> cipher.open(TENANT, REF, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContainingAll(other.toString(), key.toString());
  }

  private void assertRefused(byte[] sealed) {
    assertThatThrownBy(() -> cipher.open(TENANT, REF, sealed))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageNotContainingAny("whsec", "MfKQ");
  }

  private static byte[] flipped(byte[] sealed, int bit) {
    byte[] changed = sealed.clone();
    changed[bit / 8] ^= (byte) (1 << bit % 8);
    return changed;
  }
}
