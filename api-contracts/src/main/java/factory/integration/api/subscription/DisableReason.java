package factory.integration.api.subscription;

/** Why a subscription is disabled. */
public enum DisableReason {
  REQUESTED,
  /** The endpoint answered 410. */
  ENDPOINT_GONE
}
