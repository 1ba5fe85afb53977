package factory.integration.api.messaging;

/** A fact that leaves the platform in the canonical {@link Envelope}. */
public interface PublishedEvent {

  /** Where the fact is published. */
  Topic topic();

  /** Orders messages of one aggregate on the bus: becomes {@code JMSXGroupID}. */
  String groupId();

  /** What consumers know the fact as: the envelope's {@code eventType}. */
  default String publishedAs() {
    return getClass().getSimpleName();
  }

  /** What consumers see; differs from the stored event where that keeps more than others need. */
  default Object publishedPayload() {
    return this;
  }
}
