package factory.integration.api.vault;

/**
 * Names a secret without telling it; the only form in which events know secrets.
 *
 * @param id {@code sec-} and a unique part
 * @param version counts from 1; a rotation gives the next
 */
public record SecretRef(String id, int version) {

  /** Under which a vault keeps the proof of its master key: the one secret that is nobody's. */
  public static final SecretRef MASTER_KEY_PROOF = new SecretRef("sec-master-key-proof", 1);

  public SecretRef {
    if (!id.startsWith("sec-") || version < 1) {
      throw new IllegalArgumentException("not a secret's reference: " + id + " v" + version);
    }
  }

  /** The reference of the version that follows. */
  public SecretRef next() {
    return new SecretRef(id, version + 1);
  }

  @Override
  public String toString() {
    return id + ":" + version;
  }
}
