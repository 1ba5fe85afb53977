package factory.integration.saga.stream;

import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** The events of another source, through streams of its own. */
public abstract class ForwardingEventSource
    implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final StreamableMessageSource<TrackedEventMessage<?>> events;

  protected ForwardingEventSource(StreamableMessageSource<TrackedEventMessage<?>> events) {
    this.events = events;
  }

  /** The stream to hand out in place of the other source's, which was just opened. */
  protected abstract BlockingStream<TrackedEventMessage<?>> wrap(
      BlockingStream<TrackedEventMessage<?>> opened);

  @Override
  public final BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    return wrap(events.openStream(token));
  }

  @Override
  public final TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public final TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  @Override
  public final TrackingToken createTokenAt(Instant dateTime) {
    return events.createTokenAt(dateTime);
  }
}
