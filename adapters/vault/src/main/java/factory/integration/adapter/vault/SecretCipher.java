package factory.integration.adapter.vault;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.vault.SecretRef;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Seals secrets with AES-256-GCM, each under a random nonce and bound to its tenant and reference.
 * What it seals: format (1 byte), id of the master key (8), nonce (12), ciphertext with tag.
 */
final class SecretCipher {

  private static final byte FORMAT = 1;
  private static final int HEADER_LENGTH = 1 + MasterKey.ID_LENGTH;
  private static final int NONCE_LENGTH = 12;
  private static final int TAG_LENGTH = 16;

  private final byte[] header;
  private final SecretKey key;
  private final SecureRandom random;

  SecretCipher(MasterKey masterKey, SecureRandom random) {
    this.header = ByteBuffer.allocate(HEADER_LENGTH).put(FORMAT).put(masterKey.id()).array();
    this.key = masterKey.derive("AES", "encryption");
    this.random = random;
  }

  byte[] seal(TenantId tenant, SecretRef ref, String secret) {
    byte[] nonce = new byte[NONCE_LENGTH];
    random.nextBytes(nonce);
    byte[] plain = secret.getBytes(StandardCharsets.UTF_8);
    ByteBuffer sealed =
        ByteBuffer.allocate(HEADER_LENGTH + NONCE_LENGTH + plain.length + TAG_LENGTH)
            .put(header)
            .put(nonce);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, tenant, ref);
      cipher.doFinal(ByteBuffer.wrap(plain), sealed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot seal " + ref + " of tenant " + tenant, e);
    } finally {
      Arrays.fill(plain, (byte) 0);
    }
    return sealed.array();
  }

  /**
   * The secret that was sealed for this tenant and reference.
   *
   * @throws IllegalStateException when it was sealed with another key, for another tenant or
   *     reference, or was changed
   */
  String open(TenantId tenant, SecretRef ref, byte[] sealed) {
    checkHeader(tenant, ref, sealed);
    byte[] nonce = Arrays.copyOfRange(sealed, HEADER_LENGTH, HEADER_LENGTH + NONCE_LENGTH);
    int start = HEADER_LENGTH + NONCE_LENGTH;
    try {
      Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, tenant, ref);
      byte[] plain = cipher.doFinal(sealed, start, sealed.length - start);
      return new String(plain, StandardCharsets.UTF_8);
    } catch (AEADBadTagException e) {
      throw damaged(tenant, ref);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot open " + ref + " of tenant " + tenant, e);
    }
  }

  private void checkHeader(TenantId tenant, SecretRef ref, byte[] sealed) {
    if (sealed.length < HEADER_LENGTH + NONCE_LENGTH + TAG_LENGTH || sealed[0] != FORMAT) {
      throw damaged(tenant, ref);
    }
    if (!Arrays.equals(sealed, 0, HEADER_LENGTH, header, 0, HEADER_LENGTH)) {
      throw new IllegalStateException(
          "the secret %s of tenant %s was sealed with the master key %s, this vault has %s"
              .formatted(
                  ref,
                  tenant,
                  HexFormat.of().formatHex(sealed, 1, HEADER_LENGTH),
                  HexFormat.of().formatHex(header, 1, HEADER_LENGTH)));
    }
  }

  private Cipher cipher(int mode, byte[] nonce, TenantId tenant, SecretRef ref)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_LENGTH * Byte.SIZE, nonce));
    cipher.updateAAD(header);
    cipher.updateAAD((tenant + "\n" + ref).getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  private static IllegalStateException damaged(TenantId tenant, SecretRef ref) {
    return new IllegalStateException(
        "the secret %s of tenant %s does not open: what is stored was changed or belongs elsewhere;"
                .formatted(ref, tenant)
            + " restore the store from a backup, or give the secret anew");
  }
}
