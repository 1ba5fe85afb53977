package factory.integration.saga;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Writes to a store that is in memory: seen after the unit of work's commit, in their order. */
public final class CommittedWrites {

  private final String key = "writes of " + this;

  /** Writes at the commit of the current unit of work; at once when there is none. */
  public void write(Runnable write) {
    if (CurrentUnitOfWork.isStarted()) {
      UnitOfWork<?> root = CurrentUnitOfWork.get().root();
      root.getOrComputeResource(key, _ -> startBatch(root)).add(write);
    } else {
      write.run();
    }
  }

  private static List<Runnable> startBatch(UnitOfWork<?> root) {
    List<Runnable> batch = new ArrayList<>();
    root.onCommit(_ -> batch.forEach(Runnable::run));
    return batch;
  }
}
