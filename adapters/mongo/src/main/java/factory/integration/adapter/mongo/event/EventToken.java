package factory.integration.adapter.mongo.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.OptionalLong;
import org.axonframework.eventhandling.GapAwareTrackingToken;

/**
 * The token of one event. Its position is the event's own, also where the event fills a gap: read
 * models and due work number their entries by it, so it must be the same for every reader and in
 * every replay, and no two events may share one.
 */
final class EventToken extends GapAwareTrackingToken {

  private static final long serialVersionUID = 1L;

  private final long position;

  @JsonCreator
  EventToken(
      @JsonProperty("index") long index,
      @JsonProperty("gaps") Collection<Long> gaps,
      @JsonProperty("position") long position) {
    super(index, gaps);
    this.position = position;
  }

  /**
   * @param seen where a reader is that has just read the event
   */
  static EventToken of(GapAwareTrackingToken seen, long position) {
    return new EventToken(seen.getIndex(), seen.getGaps(), position);
  }

  @JsonProperty("position")
  long own() {
    return position;
  }

  @Override
  public OptionalLong position() {
    return OptionalLong.of(position);
  }

  @Override
  public boolean equals(Object other) {
    return super.equals(other) && other instanceof EventToken token && token.position == position;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(position);
  }
}
