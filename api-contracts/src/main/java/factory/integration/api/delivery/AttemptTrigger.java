package factory.integration.api.delivery;

/** Why an attempt was asked for. */
public enum AttemptTrigger {
  FIRST,
  AUTOMATIC_RETRY
}
