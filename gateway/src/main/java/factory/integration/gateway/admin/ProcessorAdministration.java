package factory.integration.gateway.admin;

import java.util.List;
import java.util.Optional;

/** Shows the event processors of this node and rebuilds projections. */
public interface ProcessorAdministration {

  /** Every event processor, by name. */
  List<ProcessorStatus> processors();

  /**
   * Starts to rebuild a projection from the first event on, and returns at once. One that is being
   * rebuilt goes on.
   *
   * @param projection the name of the processor that makes it
   * @return how far it is; empty when there is no projection of that name
   */
  Optional<RebuildProgress> rebuild(String projection);

  /** How far the latest rebuild is; empty when there is no such projection. */
  Optional<RebuildProgress> progress(String projection);
}
