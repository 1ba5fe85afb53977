package factory.integration.api.integrationevent;

import factory.integration.api.delivery.DeliveryId;
import factory.integration.api.delivery.WorkId;
import factory.integration.api.run.RunId;

/** Reads the ids of what attempts are made for. */
public final class WorkIds {

  private static final String RUN = "run-";

  private WorkIds() {}

  /** A delivery's id or a run's. */
  public static WorkId parse(String value) {
    return value.startsWith(RUN) ? new RunId(value) : new DeliveryId(value);
  }
}
