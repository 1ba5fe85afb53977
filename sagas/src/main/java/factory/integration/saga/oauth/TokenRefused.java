package factory.integration.saga.oauth;

/** A token endpoint gave no token. */
public final class TokenRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean retriable;

  /**
   * @param retriable whether trying again later can help without anybody's doing
   * @param sentence for people, without secrets
   */
  public TokenRefused(boolean retriable, String sentence) {
    super(sentence, null, false, false);
    this.retriable = retriable;
  }

  public boolean isRetriable() {
    return retriable;
  }

  /** One sentence for people, without secrets. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
