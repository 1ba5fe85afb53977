package factory.integration.api.delivery;

/** Why a delivery was cancelled. */
public enum CancelReason {
  REQUESTED("cancelled on request"),
  SUBSCRIPTION_DISABLED("the subscription was disabled"),
  SUBSCRIPTION_DELETED("the subscription was deleted");

  private final String detail;

  CancelReason(String detail) {
    this.detail = detail;
  }

  /** One clause for people. */
  public String detail() {
    return detail;
  }
}
