package factory.integration.saga.delivery;

import factory.integration.saga.stream.ForwardingEventSource;
import factory.integration.saga.stream.ForwardingStream;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/** Lets a turn begin before the first event is read, and end with the stream. */
final class TurnSource extends ForwardingEventSource {

  private final DeliveryTurn turn;

  TurnSource(StreamableMessageSource<TrackedEventMessage<?>> events, DeliveryTurn turn) {
    super(events);
    this.turn = turn;
  }

  @Override
  protected BlockingStream<TrackedEventMessage<?>> wrap(
      BlockingStream<TrackedEventMessage<?>> opened) {
    turn.begin();
    return new ForwardingStream(opened) {
      @Override
      public void close() {
        turn.end();
        super.close();
      }
    };
  }
}
