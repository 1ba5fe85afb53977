package factory.integration.gateway.event;

/** Slows publishers down for as long as events are accepted faster than they are fanned out. */
public interface PublishPace {

  /** Returns at once while fan-out keeps up, else after a moment; never refuses. */
  void keep();
}
