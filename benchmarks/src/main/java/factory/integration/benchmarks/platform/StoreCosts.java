package factory.integration.benchmarks.platform;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the platform has asked of its store so far, or between two moments, as its own metrics have
 * it. Nothing is known of a store that the platform does not count.
 *
 * @param documents written, by collection and kind
 * @param roundTrips waited for, by collection and command
 */
public record StoreCosts(
    Map<String, Map<String, Long>> documents, Map<String, Map<String, Long>> roundTrips) {

  private static final String DELETED = "deleted";

  /** Reads what {@code /actuator/prometheus} answers. */
  public static StoreCosts of(String metrics) {
    return new StoreCosts(
        counters(metrics, "platform_mongo_documents_total", "kind"),
        counters(metrics, "platform_mongo_roundtrips_total", "command"));
  }

  private static Map<String, Map<String, Long>> counters(String metrics, String name, String tag) {
    Pattern line =
        Pattern.compile(
            "(?m)^%s\\{collection=\"([^\"]*)\",%s=\"([^\"]*)\"} (\\S+)".formatted(name, tag));
    Map<String, Map<String, Long>> counters = new TreeMap<>();
    line.matcher(metrics).results().forEach(found -> add(counters, found));
    return counters;
  }

  private static void add(Map<String, Map<String, Long>> counters, MatchResult found) {
    counters
        .computeIfAbsent(found.group(1), _ -> new TreeMap<>())
        .put(found.group(2), Math.round(Double.parseDouble(found.group(3))));
  }

  /** What came since the earlier moment; without collections that nothing came to. */
  public StoreCosts since(StoreCosts earlier) {
    return new StoreCosts(
        since(documents, earlier.documents), since(roundTrips, earlier.roundTrips));
  }

  private static Map<String, Map<String, Long>> since(
      Map<String, Map<String, Long>> now, Map<String, Map<String, Long>> earlier) {
    Map<String, Map<String, Long>> since = new TreeMap<>();
    now.forEach(
        (collection, counts) -> {
          Map<String, Long> more = new TreeMap<>(counts);
          earlier
              .getOrDefault(collection, Map.of())
              .forEach((what, n) -> more.merge(what, -n, Long::sum));
          more.values().removeIf(n -> n == 0);
          if (!more.isEmpty()) {
            since.put(collection, more);
          }
        });
    return since;
  }

  /** Documents inserted or updated, of all collections. */
  public long written() {
    return documents.values().stream()
        .mapToLong(kinds -> sum(kinds, kind -> !kind.equals(DELETED)))
        .sum();
  }

  /** Round trips, of all collections. */
  public long awaited() {
    return roundTrips.values().stream().mapToLong(commands -> sum(commands, _ -> true)).sum();
  }

  private static long sum(Map<String, Long> counts, Predicate<String> wanted) {
    return counts.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }
}
