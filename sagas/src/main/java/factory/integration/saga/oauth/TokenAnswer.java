package factory.integration.saga.oauth;

/** What came of calling a token endpoint. */
public sealed interface TokenAnswer {

  /**
   * It answered.
   *
   * @param truncated whether there was more than was read
   */
  record Answered(int status, byte[] body, boolean truncated) implements TokenAnswer {

    /** The status alone: the body holds a token. */
    @Override
    public String toString() {
      return "Answered[" + status + "]";
    }
  }

  /**
   * No answer came.
   *
   * @param detail one sentence for people, without secrets
   */
  record Failed(String detail) implements TokenAnswer {}
}
