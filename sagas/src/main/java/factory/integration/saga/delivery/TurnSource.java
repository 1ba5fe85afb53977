package factory.integration.saga.delivery;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.StreamableMessageSource;

/** Lets a turn begin before the first event is read, and end with the stream. */
final class TurnSource implements StreamableMessageSource<TrackedEventMessage<?>> {

  private final StreamableMessageSource<TrackedEventMessage<?>> events;
  private final DeliveryTurn turn;

  TurnSource(StreamableMessageSource<TrackedEventMessage<?>> events, DeliveryTurn turn) {
    this.events = events;
    this.turn = turn;
  }

  @Override
  public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken token) {
    BlockingStream<TrackedEventMessage<?>> stream = events.openStream(token);
    turn.begin();
    return new TurnStream(stream, turn);
  }

  @Override
  public TrackingToken createTailToken() {
    return events.createTailToken();
  }

  @Override
  public TrackingToken createHeadToken() {
    return events.createHeadToken();
  }

  @Override
  public TrackingToken createTokenAt(Instant dateTime) {
    return events.createTokenAt(dateTime);
  }

  private record TurnStream(BlockingStream<TrackedEventMessage<?>> stream, DeliveryTurn turn)
      implements BlockingStream<TrackedEventMessage<?>> {

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
      return stream.hasNextAvailable(timeout, unit);
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
      return stream.peek();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
      return stream.nextAvailable();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
      return stream.setOnAvailableCallback(callback);
    }

    @Override
    public void skipMessagesWithPayloadTypeOf(TrackedEventMessage<?> ignored) {
      stream.skipMessagesWithPayloadTypeOf(ignored);
    }

    @Override
    public void close() {
      turn.end();
      stream.close();
    }
  }
}
