package factory.integration.adapter.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/** 32 secret bytes from which every key of the vault derives; used for nothing else. */
final class MasterKey {

  static final int ID_LENGTH = 8;

  private static final int LENGTH = 32;
  private static final String PURPOSE = "factory.integration.vault/";

  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  static MasterKey generate(SecureRandom random) {
    byte[] bytes = new byte[LENGTH];
    random.nextBytes(bytes);
    return new MasterKey(bytes);
  }

  /** The key of that text, or empty when it is anything but base64 of 32 bytes. */
  static Optional<MasterKey> parse(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.strip());
      return bytes.length == LENGTH ? Optional.of(new MasterKey(bytes)) : Optional.empty();
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  /** The form in which the key is kept outside of this process. */
  String toBase64() {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Tells master keys apart and says nothing about them; eight bytes. */
  byte[] id() {
    try {
      return kdf().deriveData(parameters("id", ID_LENGTH));
    } catch (GeneralSecurityException e) {
      throw withoutHkdf(e);
    }
  }

  /** A 256-bit key for one purpose; another purpose gives an unrelated one. */
  SecretKey derive(String algorithm, String purpose) {
    try {
      return kdf().deriveKey(algorithm, parameters(purpose, LENGTH));
    } catch (GeneralSecurityException e) {
      throw withoutHkdf(e);
    }
  }

  private HKDFParameterSpec parameters(String purpose, int length) {
    byte[] info = (PURPOSE + purpose).getBytes(StandardCharsets.UTF_8);
    return HKDFParameterSpec.ofExtract().addIKM(bytes).thenExpand(info, length);
  }

  private static KDF kdf() throws GeneralSecurityException {
    return KDF.getInstance("HKDF-SHA256");
  }

  private static IllegalStateException withoutHkdf(GeneralSecurityException e) {
    return new IllegalStateException("this JDK lacks HKDF-SHA256; run on a JDK 25 or later", e);
  }

  /** Whether it is this key that sealed; what is no envelope was sealed by none. */
  boolean hasSealed(byte[] envelope) {
    return envelope.length > ID_LENGTH
        && Arrays.equals(envelope, 1, 1 + ID_LENGTH, id(), 0, ID_LENGTH);
  }

  /** The id alone. */
  @Override
  public String toString() {
    return HexFormat.of().formatHex(id());
  }
}
