package factory.integration.adapter.axon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * The events that a unit of work and those nested in it have not yet appended, by aggregate. Axon
 * looks through all of them, twice over, for each aggregate that is loaded: with a batch of
 * commands in one unit of work most of its time went there.
 */
public final class StagedEvents {

  private static final String RESOURCE = StagedEvents.class.getName();

  private final Map<String, List<Staged>> byAggregate = new HashMap<>();

  private record Staged(DomainEventMessage<?> event, UnitOfWork<?> unitOfWork) {}

  private StagedEvents() {}

  /** Keeps the events until the current unit of work's root is through; without one, nothing. */
  public static void add(List<? extends EventMessage<?>> events) {
    if (!CurrentUnitOfWork.isStarted()) {
      return;
    }
    UnitOfWork<?> current = CurrentUnitOfWork.get();
    StagedEvents staged = current.root().getOrComputeResource(RESOURCE, _ -> start(current.root()));
    for (EventMessage<?> event : events) {
      if (event instanceof DomainEventMessage<?> domainEvent) {
        staged
            .byAggregate
            .computeIfAbsent(domainEvent.getAggregateIdentifier(), _ -> new ArrayList<>(2))
            .add(new Staged(domainEvent, current));
      }
    }
  }

  /** The aggregate's events in their order, without those that were rolled back. */
  public static Stream<DomainEventMessage<?>> of(String aggregate) {
    if (!CurrentUnitOfWork.isStarted()) {
      return Stream.empty();
    }
    StagedEvents staged = CurrentUnitOfWork.get().root().getResource(RESOURCE);
    return staged == null
        ? Stream.empty()
        : staged.byAggregate.getOrDefault(aggregate, List.of()).stream()
            .filter(event -> !event.unitOfWork().isRolledBack())
            .map(Staged::event);
  }

  private static StagedEvents start(UnitOfWork<?> root) {
    root.onCleanup(ended -> ended.resources().remove(RESOURCE));
    return new StagedEvents();
  }
}
