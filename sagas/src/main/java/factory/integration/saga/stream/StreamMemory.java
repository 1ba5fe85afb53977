package factory.integration.saga.stream;

/**
 * What every node keeps in memory of an event stream that only one of them reads: the reader
 * follows the events, the others follow what it has stored.
 */
public interface StreamMemory {

  /** Reads everything anew, as another node may have left it. */
  void reload();

  /** Reads everything anew if anything was changed since; on nodes that do not read the stream. */
  void followOthers();
}
