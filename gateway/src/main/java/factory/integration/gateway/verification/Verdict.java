package factory.integration.gateway.verification;

/** Whether a call proved itself, and if not, why. */
public enum Verdict {
  GENUINE("genuine", "the call proved itself"),
  PROOF_MISSING("proofMissing", "the header that proves the call is missing"),
  PROOF_MALFORMED("proofMalformed", "the header that proves the call has another form"),
  TIMESTAMP_MISSING("timestampMissing", "the time of the call is missing or no time"),
  TIMESTAMP_OUT_OF_TOLERANCE(
      "timestampOutOfTolerance", "the time of the call is too far from the platform's"),
  PROOF_WRONG("proofWrong", "the signature or credential is wrong");

  private final String label;
  private final String detail;

  Verdict(String label, String detail) {
    this.label = label;
    this.detail = detail;
  }

  public String label() {
    return label;
  }

  /** One clause for people. */
  public String detail() {
    return detail;
  }
}
