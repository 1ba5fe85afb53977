package factory.integration.app.retention;

import factory.integration.query.retention.RetainedKind;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.convert.DurationStyle;

/**
 * How long read models keep what belongs to deliveries that are over. Each time is a duration such
 * as {@code 90d}, or {@code off} or 0 for ever. The event store keeps everything.
 *
 * @param communicationLogs calls; never longer than the attempts that they are shown with
 * @param payloads data of events, and the words they are found by; never longer than the events
 * @param eventsLog events, integration events and dead letters
 * @param interval time from the end of a round to the next
 */
@ConfigurationProperties("platform.retention")
record RetentionProperties(
    @DefaultValue("90d") String communicationLogs,
    @DefaultValue("90d") String payloads,
    @DefaultValue("90d") String eventsLog,
    @DefaultValue("10m") Duration interval) {

  /** What YAML makes of {@code off} is false. */
  private static final Set<String> FOR_EVER = Set.of("off", "false", "0");

  /** Read models may be minutes behind the events that say that a delivery is not over. */
  private static final Duration SHORTEST = Duration.ofHours(1);

  RetentionProperties {
    parse("communication-logs", communicationLogs);
    parse("payloads", payloads);
    parse("events-log", eventsLog);
    if (interval.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException(
          "platform.retention.interval is at least 1s, not " + interval);
    }
  }

  /** How long something is kept; empty for ever. */
  Optional<Duration> of(RetainedKind kind) {
    return switch (kind) {
      case COMMUNICATION_LOGS -> shorter("communication-logs", communicationLogs);
      case PAYLOADS -> shorter("payloads", payloads);
      case INTEGRATION_EVENTS, DEAD_LETTERS, EVENTS -> parse("events-log", eventsLog);
    };
  }

  private Optional<Duration> shorter(String name, String own) {
    return Stream.of(parse("events-log", eventsLog), parse(name, own))
        .flatMap(Optional::stream)
        .min(Duration::compareTo);
  }

  private static Optional<Duration> parse(String name, String value) {
    if (FOR_EVER.contains(value.strip())) {
      return Optional.empty();
    }
    try {
      Duration time = DurationStyle.detectAndParse(value.strip());
      if (time.compareTo(SHORTEST) >= 0) {
        return Optional.of(time);
      }
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(wrong(name, value), e);
    }
    throw new IllegalArgumentException(wrong(name, value));
  }

  private static String wrong(String name, String value) {
    return "platform.retention.%s is a duration of 1h or more, such as 90d, or off; not %s"
        .formatted(name, value);
  }
}
