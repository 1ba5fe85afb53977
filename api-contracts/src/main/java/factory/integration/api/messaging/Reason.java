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
  CONNECTION_NOT_FOUND(Kind.NOT_FOUND, "no such connection"),
  CONNECTION_CHANGED_MEANWHILE(
      Kind.CONFLICT, "the connection was changed meanwhile; read it and try again"),
  CONNECTION_TARGET_STAYS(
      Kind.CONFLICT,
      "a connection keeps its provider, client, credential and address; establish another one"),
  CONNECTION_NOT_ESTABLISHED(
      Kind.CONFLICT, "the connection is not established yet; test it again until it is"),
  CONNECTION_RETIRED(Kind.CONFLICT, "the connection is retired; establish another one"),
  DELIVERY_NOT_FOUND(Kind.NOT_FOUND, "no such delivery"),
  DELIVERY_ALREADY_ENDED(Kind.CONFLICT, "the delivery has ended already"),
  OPERATION_NOT_FOUND(Kind.NOT_FOUND, "the connection's API client has no such operation"),
  RUN_NOT_FOUND(Kind.NOT_FOUND, "no such run"),
  RUN_NOT_WAITING_FOR_APPROVAL(Kind.CONFLICT, "the run does not wait for an approval"),
  RUN_APPROVED_BY_REQUESTER(
      Kind.CONFLICT, "whoever asked for the run cannot approve it; another key has to"),
  RUN_UNDER_WAY(Kind.CONFLICT, "an attempt of the run is under way; wait until it has ended"),
  RUN_NOT_STARTED(Kind.CONFLICT, "the run has not started yet"),
  RUN_COMPLETED(Kind.CONFLICT, "the run has succeeded; force it to be made again"),
  RUN_ENDED(Kind.CONFLICT, "the run has ended already"),
  RUN_NOT_UNKNOWN(Kind.CONFLICT, "it is known what became of the run"),
  ATTEMPT_MAY_HAVE_BEEN_MADE(Kind.CONFLICT, "the call of this attempt may have been made already"),
  CREDENTIAL_NOT_FOUND(Kind.NOT_FOUND, "no such credential"),
  CREDENTIAL_ROTATION_RUNNING(
      Kind.CONFLICT, "the credential is being rotated already; wait until that has ended"),
  CREDENTIAL_CHANGED_MEANWHILE(
      Kind.CONFLICT, "the credential was rotated meanwhile; read it and try again"),
  CREDENTIAL_VERSION_MISSING(
      Kind.CONFLICT, "the credential's next version has to be handed in with the request"),
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
