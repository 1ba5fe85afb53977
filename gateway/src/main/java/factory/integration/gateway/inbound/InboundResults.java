package factory.integration.gateway.inbound;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of vendors' calls to known sources, on this node. */
public final class InboundResults {

  private final Map<InboundResult, LongAdder> counts = new EnumMap<>(InboundResult.class);

  InboundResults() {
    for (InboundResult result : InboundResult.values()) {
      counts.put(result, new LongAdder());
    }
  }

  void count(InboundResult result) {
    counter(result).increment();
  }

  /** How many calls ended so since the start. */
  public long total(InboundResult result) {
    return counter(result).sum();
  }

  private LongAdder counter(InboundResult result) {
    LongAdder counter = counts.get(result);
    if (counter == null) {
      throw new IllegalStateException("every result is counted, but not " + result);
    }
    return counter;
  }
}
