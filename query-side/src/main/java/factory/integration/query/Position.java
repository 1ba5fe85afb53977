package factory.integration.query;

/**
 * Where a page of a list ended: entries sort by their first number, then their second, both
 * descending.
 *
 * @param entry the {@link TimelineKey} of the last entry, or of what groups it
 * @param part the last entry's own key where entries are grouped, else 0
 */
public record Position(long entry, long part) {

  /** Before the first entry. */
  public static final Position START = new Position(TimelineKey.END, TimelineKey.END);

  public Position {
    if (entry < 0 || part < 0) {
      throw new IllegalArgumentException("a position has no negative numbers");
    }
  }
}
