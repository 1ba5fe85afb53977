package factory.integration.app.process;

import factory.integration.app.process.Publisher.Accepted;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares what was accepted with what the sink received. Each question answers with sentences, so
 * that an empty list is the good answer.
 */
final class Reconciliation {

  /** How long before a kill an answered call may not have been recorded yet. */
  private static final long RECORDED_WITHIN = TimeUnit.SECONDS.toNanos(2);

  /** The last calls before a kill may not be recorded however early they were: a busy machine. */
  private static final int UNRECORDED = 32;

  private static final JsonMapper JSON = new JsonMapper();

  private final List<Call> calls;
  private final Map<String, List<Call>> byDelivery = new LinkedHashMap<>();

  Reconciliation(List<Call> calls) {
    this.calls = calls.stream().sorted(Comparator.comparingInt(Call::order)).toList();
    for (Call call : this.calls) {
      byDelivery
          .computeIfAbsent(call.path() + call.webhookId(), key -> new ArrayList<>())
          .add(call);
    }
  }

  /** Deliveries of accepted events that never succeeded. */
  List<String> lost(List<Accepted> accepted) {
    List<String> lost = new ArrayList<>();
    for (Accepted event : accepted) {
      for (String path : event.series().paths()) {
        List<Call> seen = byDelivery.getOrDefault(path + event.eventId(), List.of());
        if (seen.stream().noneMatch(Call::succeeded)) {
          lost.add(
              "%s number %d of %s: %s at %s"
                  .formatted(event.eventId(), event.number(), event.series().name(), seen, path));
        }
      }
    }
    return lost;
  }

  /** Calls that follow another of the same delivery without a refusal or a kill in between. */
  List<String> unexplainedRepeats(List<Long> killsNanos) {
    List<String> unexplained = new ArrayList<>();
    for (List<Call> delivery : byDelivery.values()) {
      for (int i = 1; i < delivery.size(); i++) {
        Call earlier = delivery.get(i - 1);
        Call later = delivery.get(i);
        if (!earlier.refused() && !inFlightAtAKillBetween(earlier, later, killsNanos)) {
          unexplained.add(later + " after " + earlier);
        }
      }
    }
    return unexplained;
  }

  /** First calls of an ordered series that came after one with a higher number. */
  List<String> disorder(Set<String> orderedSeries) {
    Map<String, Integer> highest = new HashMap<>();
    Set<String> seen = new HashSet<>();
    List<String> disorder = new ArrayList<>();
    for (Call call : calls) {
      JsonNode data = JSON.readTree(call.body()).path("data");
      String lane = call.path() + " " + data.path("series").asString();
      int number = data.path("number").asInt();
      if (orderedSeries.contains(data.path("series").asString())
          && seen.add(call.path() + call.webhookId())
          && highest.merge(lane, number, Math::max) > number) {
        disorder.add("%s: %d after %d, %s".formatted(lane, number, highest.get(lane), call));
      }
    }
    return disorder;
  }

  /** Numbers of keyed series that arrived under more than one event id. */
  List<String> doubled(Set<String> keyedSeries) {
    Map<String, String> idByNumber = new HashMap<>();
    List<String> doubled = new ArrayList<>();
    for (Call call : calls) {
      JsonNode data = JSON.readTree(call.body()).path("data");
      String id = data.path("id").asString();
      String known = idByNumber.putIfAbsent(id, call.webhookId());
      if (keyedSeries.contains(data.path("series").asString())
          && known != null
          && !known.equals(call.webhookId())) {
        doubled.add("%s arrived as %s and as %s".formatted(id, known, call.webhookId()));
      }
    }
    return doubled;
  }

  /** Calls whose signature the published library refuses. */
  List<String> unsigned() {
    return calls.stream().filter(call -> !call.signed()).map(Call::toString).toList();
  }

  /** Calls beyond the first of deliveries that were not refused. */
  long repeats() {
    return byDelivery.values().stream()
        .mapToLong(
            delivery -> delivery.size() - 1 - delivery.stream().filter(Call::refused).count())
        .filter(repeats -> repeats > 0)
        .sum();
  }

  private boolean inFlightAtAKillBetween(Call earlier, Call later, List<Long> killsNanos) {
    return killsNanos.stream()
        .filter(kill -> kill <= later.arrivedNanos())
        .anyMatch(kill -> isExplained(earlier, kill));
  }

  /** Whether a call may be made again since nobody recorded its outcome before the kill. */
  boolean isExplained(Call earlier, long killNanos) {
    return earlier.mayHaveBeenInFlight(killNanos, RECORDED_WITHIN)
        || isAmongTheLastBefore(killNanos, earlier);
  }

  private boolean isAmongTheLastBefore(long kill, Call call) {
    return call.arrivedNanos() <= kill
        && calls.stream()
                .filter(other -> other.order() > call.order() && other.arrivedNanos() <= kill)
                .count()
            < UNRECORDED;
  }
}
