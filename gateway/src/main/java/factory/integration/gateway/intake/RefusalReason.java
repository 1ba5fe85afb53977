package factory.integration.gateway.intake;

/** Why a message is refused; becomes {@code DeadLetterReason}. */
enum RefusalReason {
  UNREADABLE("Unreadable"),
  INVALID("Invalid"),
  TOO_LARGE("TooLarge"),
  CONFLICT("IdempotencyKeyReused"),
  ENVELOPE_INCOMPLETE("EnvelopeIncomplete"),
  TENANT_MISSING("TenantMissing"),
  TENANT_MISMATCH("TenantMismatch"),
  TENANT_NOT_ALLOWED("TenantNotAllowed"),
  EVENT_TYPE_MISMATCH("EventTypeMismatch");

  private final String label;

  RefusalReason(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
