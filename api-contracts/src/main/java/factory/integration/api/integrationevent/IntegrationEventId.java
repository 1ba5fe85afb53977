package factory.integration.api.integrationevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import factory.integration.api.delivery.WorkId;
import java.util.regex.Pattern;

/** Identifies one attempt: the id of the delivery or run, a hyphen and the attempt's number. */
public record IntegrationEventId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("(?:dlv|run)-[0-9a-z]{1,60}-[0-9]{1,6}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IntegrationEventId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "not an integration event's id (dlv-…-1, run-…-1): " + value);
    }
  }

  public static IntegrationEventId of(WorkId workId, int attempt) {
    return new IntegrationEventId(workId.value() + "-" + attempt);
  }

  public WorkId workId() {
    return WorkIds.parse(value.substring(0, value.lastIndexOf('-')));
  }

  /** Which attempt, from 1. */
  public int attempt() {
    return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
