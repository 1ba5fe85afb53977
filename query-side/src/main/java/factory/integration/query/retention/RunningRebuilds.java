package factory.integration.query.retention;

/** Tells whether read models are incomplete, so that nobody takes them for the whole truth. */
@FunctionalInterface
public interface RunningRebuilds {

  /** Whether any projection is being rebuilt, on whichever node. */
  boolean any();
}
