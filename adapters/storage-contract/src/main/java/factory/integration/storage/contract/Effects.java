package factory.integration.storage.contract;

/** What an event handler leaves behind: one entry for each event, in an engine's own way. */
public interface Effects {

  /** Adds an entry, together with what else the calling thread's transaction writes. */
  void add(String what);

  /** How many entries there are. */
  long count();

  /** Removes all. */
  void clear();
}
