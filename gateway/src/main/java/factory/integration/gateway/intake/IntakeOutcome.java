package factory.integration.gateway.intake;

import factory.integration.api.sourceevent.EventId;

/** What became of a message. */
public sealed interface IntakeOutcome {

  /**
   * The event is kept durably.
   *
   * @param duplicate whether it was known already; nothing is delivered
   */
  record Taken(EventId eventId, boolean duplicate) implements IntakeOutcome {}

  /**
   * The message will never be taken as it is.
   *
   * @param reason one word that programs can rely on
   * @param description a sentence for people
   */
  record Refused(String reason, String description) implements IntakeOutcome {}

  /** Nothing was kept since the store is away; the same message may be taken later. */
  record Unavailable(String description) implements IntakeOutcome {}

  /** The platform failed over this message; trying a few times more is all that can be done. */
  record Failed(String description) implements IntakeOutcome {}
}
