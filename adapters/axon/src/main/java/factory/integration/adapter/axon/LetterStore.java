package factory.integration.adapter.axon;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;

/**
 * The letters of one processing group as an engine keeps them. Writes join the calling thread's
 * transaction; what it has added counts at once, what it has removed when it ends.
 */
public interface LetterStore {

  /** Adds a letter behind all others of its sequence. */
  void add(String sequence, DeadLetter<? extends EventMessage<?>> letter);

  /** Gives a letter that is there another cause, other diagnostics and another time. */
  void update(StoredLetter stored, DeadLetter<? extends EventMessage<?>> letter);

  void remove(StoredLetter stored);

  void removeAll();

  boolean contains(StoredLetter stored);

  /** All letters. */
  long count();

  /** The letters of a sequence. */
  long count(String sequence);

  long sequences();

  /** The letters of a sequence, first one first. */
  List<StoredLetter> sequence(String sequence);

  /** The first letter of each sequence, those that were not touched for longest first. */
  List<StoredLetter> heads();

  /** Takes the letter's sequence; answers false while somebody else has it. */
  boolean claim(StoredLetter head);

  /** Gives the letter's sequence back, when the calling thread's transaction has ended. */
  void release(StoredLetter head);
}
