package factory.integration.query.integrationevent;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.run.RunId;

/** Tells what people decided about a run's further attempts. */
@FunctionalInterface
public interface RunSwitches {

  /** Nobody has decided anything. */
  Position UNTOUCHED = new Position(true, false);

  /** What has been decided; {@link #UNTOUCHED} where nothing is known of the run. */
  Position of(TenantId tenant, RunId run);

  /**
   * What has been decided.
   *
   * @param resubmitEnabled whether attempts are made by themselves
   * @param forceStop whether all of them were stopped
   */
  record Position(boolean resubmitEnabled, boolean forceStop) {}
}
