package factory.integration.api.messaging;

import java.util.Collection;
import java.util.function.Supplier;

/** Reads the aggregates that a batch of commands is about to decide on, all at once. */
@FunctionalInterface
public interface ReadAhead {

  /** For a store to which one aggregate is as near as many. */
  ReadAhead NOTHING = _ -> {};

  /**
   * Reads the aggregates, missing ones too, for the rest of the current unit of work. Any that is
   * not named is read when it is needed; naming one too many costs time and nothing else.
   *
   * @param aggregates tells their identifiers; asked only when there is something to gain
   */
  void of(Supplier<? extends Collection<String>> aggregates);

  /** Says that the identifier was just made up, so that nobody looks for an aggregate of it. */
  default void none(String aggregate) {}
}
