package factory.integration.api.messaging;

/** Why a command was refused; the kind says what the caller can do about it. */
public enum Reason {
  IDEMPOTENCY_KEY_REUSED(
      Kind.CONFLICT, "this idempotency key was used with another body; use a new key"),
  EVENT_NOT_FOUND(Kind.NOT_FOUND, "no such event"),
  SUBSCRIPTION_NOT_FOUND(Kind.NOT_FOUND, "no such subscription"),
  SUBSCRIPTION_DELETED(Kind.NOT_FOUND, "no such subscription"),
  SUBSCRIPTION_CHANGED_MEANWHILE(
      Kind.CONFLICT, "the subscription was changed meanwhile; read it and try again"),
  INBOUND_SOURCE_CHANGED_MEANWHILE(
      Kind.CONFLICT, "the source was changed meanwhile; read it and try again"),
  PROVIDER_NOT_FOUND(Kind.NOT_FOUND, "no such provider"),
  PROVIDER_KEY_TAKEN(Kind.CONFLICT, "a provider with other settings has this key; use another key"),
  API_CLIENT_NOT_FOUND(Kind.NOT_FOUND, "no such API client"),
  API_CLIENT_VERSION_TAKEN(
      Kind.CONFLICT, "this version has another definition and never changes; use a new version"),
  DELIVERY_NOT_FOUND(Kind.NOT_FOUND, "no such delivery"),
  DELIVERY_ALREADY_ENDED(Kind.CONFLICT, "the delivery has ended already"),
  ATTEMPT_NOT_CURRENT(Kind.CONFLICT, "the outcome belongs to an attempt that is not current");

  /** What kind of refusal a caller sees. */
  public enum Kind {
    NOT_FOUND,
    CONFLICT
  }

  private final Kind kind;
  private final String detail;

  Reason(Kind kind, String detail) {
    this.kind = kind;
    this.detail = detail;
  }

  public Kind kind() {
    return kind;
  }

  /** One sentence for people. */
  public String detail() {
    return detail;
  }
}
