package factory.integration.query.retention;

/**
 * Which entries one step of a purge looks at: the oldest ones between two keys.
 *
 * @param after a {@link factory.integration.query.TimelineKey}; only higher ones are looked at
 * @param before only lower ones are
 * @param limit how many at most, from 1
 */
public record KeySpan(long after, long before, int limit) {

  public KeySpan {
    if (limit < 1) {
      throw new IllegalArgumentException("a step looks at 1 entry or more, not at " + limit);
    }
  }
}
