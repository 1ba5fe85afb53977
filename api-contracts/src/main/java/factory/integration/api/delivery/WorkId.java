package factory.integration.api.delivery;

/** Identifies what attempts are made for: a webhook delivery, or a run of an operation. */
public interface WorkId {

  /** The prefix of its kind and a unique part. */
  String value();
}
