package factory.integration.query;

import factory.integration.api.messaging.ContextKeys;
import java.time.Instant;
import java.util.Map;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;

/** Feeds a projection as a tracking processor does, every event twice. */
public final class Feed {

  public static final Instant NOON = Instant.parse("2026-06-11T12:00:00.123Z");
  public static final String TENANT = "acme";

  private final AnnotationEventHandlerAdapter projection;
  private long position;

  public Feed(Object projection) {
    this.projection = new AnnotationEventHandlerAdapter(projection);
  }

  /** Publishes the aggregate's events, the first with sequence number 0, one second apart. */
  public Feed publish(String aggregate, Object... events) throws Exception {
    for (int sequence = 0; sequence < events.length; sequence++) {
      var message = message(aggregate, sequence, events[sequence]);
      projection.handle(message);
      projection.handle(message);
    }
    return this;
  }

  /** The key of the message that was published as the n-th, from 0. */
  public static long key(int position) {
    return TimelineKey.of(NOON.plusSeconds(position), new GlobalSequenceTrackingToken(position));
  }

  public void reset() {
    projection.prepareReset();
  }

  private GenericTrackedDomainEventMessage<?> message(
      String aggregate, int sequence, Object event) {
    var message =
        new GenericDomainEventMessage<>(
            "Aggregate",
            aggregate,
            sequence,
            event,
            Map.of(ContextKeys.TENANT_ID, TENANT),
            "message-" + position,
            NOON.plusSeconds(position));
    return new GenericTrackedDomainEventMessage<>(
        new GlobalSequenceTrackingToken(position++), message);
  }
}
