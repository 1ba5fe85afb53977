package factory.integration.gateway.admin;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far an event processor is.
 *
 * @param position of the last event it has dealt with; the least of its segments
 * @param head position of the newest event in the store
 * @param lag how many events are waiting for it
 * @param parked how many sequences of events wait because one of theirs could not be handled
 * @param rebuildable whether it makes a projection that can be rebuilt
 */
public record ProcessorStatus(
    String name,
    boolean running,
    boolean rebuildable,
    long position,
    long head,
    long lag,
    long parked,
    List<Segment> segments) {

  /**
   * One of the parts that share a processor's work.
   *
   * @param error why it does not advance; absent while it does
   */
  public record Segment(
      int segment, long position, boolean caughtUp, boolean replaying, @Nullable String error) {}
}
