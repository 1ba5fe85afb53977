package factory.integration.benchmarks.platform;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks every second how far the processors are behind the newest event, and keeps the worst. */
public final class LagSampler implements AutoCloseable {

  private final ManagementApi api;
  private final Map<String, Long> worst = new LinkedHashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());

  public LagSampler(ManagementApi api) {
    this.api = api;
    timer.scheduleAtFixedRate(this::sample, 500, 1_000, TimeUnit.MILLISECONDS);
  }

  /** The largest lag seen by processor's name, in events; empty when the API did not answer. */
  public synchronized Map<String, Long> worst() {
    return Map.copyOf(worst);
  }

  /** Events that the slowest processor has still to handle; 0 when the API does not tell. */
  public static long largest(ManagementApi api) {
    JsonNode processors = api.processors();
    return lags(processors).values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void sample() {
    Map<String, Long> lags = lags(api.processors());
    synchronized (this) {
      lags.forEach((name, lag) -> worst.merge(name, lag, Math::max));
    }
  }

  static Map<String, Long> lags(@Nullable JsonNode processors) {
    Map<String, Long> lags = new LinkedHashMap<>();
    if (processors != null) {
      processors
          .path("items")
          .forEach(item -> lags.put(item.path("name").asString(), item.path("lag").asLong(0)));
    }
    return lags;
  }
}
