package factory.integration.app.move;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One line of an export, its kind in {@code "line"}: first the {@link Header}, then keys and
 * secrets, then events in their order, somewhere between them {@link PublishedUpToHere}, last the
 * {@link End}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "line")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Line.Header.class, name = "header"),
  @JsonSubTypes.Type(value = Line.Key.class, name = "key"),
  @JsonSubTypes.Type(value = Line.Secret.class, name = "secret"),
  @JsonSubTypes.Type(value = Line.Event.class, name = "event"),
  @JsonSubTypes.Type(value = Line.PublishedUpToHere.class, name = "publishedUpToHere"),
  @JsonSubTypes.Type(value = Line.End.class, name = "end")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
sealed interface Line {

  /** The only version of the format there is. */
  int VERSION = 1;

  /**
   * @param tenant the only one that is there, or null for all
   */
  record Header(int version, Instant exportedAt, @Nullable String tenant) implements Line {}

  /** An API key without its text. */
  record Key(
      String id,
      String tenant,
      String name,
      String hash,
      Set<String> scopes,
      Instant createdAt,
      @Nullable Instant expiresAt)
      implements Line {}

  /**
   * A secret, sealed with the vault's master key.
   *
   * @param sealed base64 in the JSON
   */
  record Secret(String tenant, String id, int version, byte[] sealed) implements Line {

    @Override
    public String toString() {
      return "Secret[" + tenant + ", " + id + ":" + version + "]";
    }
  }

  /**
   * A stored event.
   *
   * @param aggregate its identifier, null with the two beside it for an event of none
   * @param payloadType class name, as the event store has it
   */
  record Event(
      String id,
      Instant time,
      @Nullable String aggregateType,
      @Nullable String aggregate,
      @Nullable Long sequence,
      String payloadType,
      @Nullable String revision,
      JsonNode payload,
      JsonNode metadata)
      implements Line {}

  /** The facts before this line were published on the bus, those after it were not. */
  record PublishedUpToHere() implements Line {}

  /** Says that nothing is missing. */
  record End(long keys, long secrets, long events) implements Line {}
}
