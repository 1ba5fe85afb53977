package factory.integration.api.publication;

/**
 * Where the payload of a published fact can be read.
 *
 * @param eventId the envelope's
 * @param source identifier of the aggregate whose fact it is
 * @param sequence the fact's number in the aggregate's history
 */
public record PayloadRef(String eventId, String source, long sequence) {

  /** What stands before the stored message's identifier in an envelope. */
  public static final String EVENT_ID_PREFIX = "evt-";

  /** The path in the API. */
  public String path() {
    return "/v1/published-events/%s/payload?source=%s&sequence=%d"
        .formatted(eventId, source, sequence);
  }
}
