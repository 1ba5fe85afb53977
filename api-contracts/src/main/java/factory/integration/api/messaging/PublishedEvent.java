package factory.integration.api.messaging;

/** A fact that leaves the platform in the canonical {@link Envelope}. */
public interface PublishedEvent {

  /** Where the fact is published. */
  Topic topic();

  /** Orders messages of one aggregate on the bus: becomes {@code JMSXGroupID}. */
  String groupId();

  /** What consumers see; differs from the stored event where that keeps more than others need. */
  default Object publishedPayload() {
    return this;
  }
}
