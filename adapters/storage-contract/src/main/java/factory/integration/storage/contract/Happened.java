package factory.integration.storage.contract;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;

/** An event for tests. */
public record Happened(String what) {

  static final String AGGREGATE_TYPE = "Thing";
  static final Instant TIME = Instant.parse("2030-01-02T03:04:05.678901Z");

  private static final Serializer SERIALIZER = Jackson3Serializer.builder().build();

  /** Writes and reads messages as the platform does; always the same one. */
  public static Serializer serializer() {
    return SERIALIZER;
  }

  /** The event of that sequence number in a stream of that aggregate. */
  public static DomainEventMessage<Happened> event(String aggregate, long sequence) {
    return eventAt(aggregate, sequence, TIME);
  }

  static DomainEventMessage<Happened> eventAt(String aggregate, long sequence, Instant time) {
    return new GenericDomainEventMessage<>(
        AGGREGATE_TYPE,
        aggregate,
        sequence,
        new Happened(aggregate + "#" + sequence),
        MetaData.with("tenantId", "acme"),
        UUID.randomUUID().toString(),
        time);
  }

  /** So many events of an aggregate, from its first one on. */
  public static List<DomainEventMessage<Happened>> events(String aggregate, int count) {
    return IntStream.range(0, count).mapToObj(sequence -> event(aggregate, sequence)).toList();
  }
}
