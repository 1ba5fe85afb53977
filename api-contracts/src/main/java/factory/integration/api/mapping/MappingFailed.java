package factory.integration.api.mapping;

/** A mapping that gave no result; the message is one sentence for its author. */
public final class MappingFailed extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What went wrong. */
  public enum Kind {
    /** It ran for too long. */
    TIMED_OUT,
    /** It, its input or its result is too long or too deep. */
    TOO_LARGE,
    /** It is no expression, or its input no JSON. */
    INVALID,
    /** It refused its input. */
    FAILED
  }

  private final Kind kind;

  public MappingFailed(Kind kind, String sentence) {
    super(sentence, null, false, false);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
