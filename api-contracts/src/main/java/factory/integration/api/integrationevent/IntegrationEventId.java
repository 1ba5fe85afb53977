package factory.integration.api.integrationevent;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import factory.integration.api.delivery.DeliveryId;
import java.util.regex.Pattern;

/** Identifies one attempt: the delivery's id, a hyphen and the attempt's number. */
public record IntegrationEventId(@JsonValue String value) {

  private static final Pattern SHAPE = Pattern.compile("dlv-[0-9a-z]{1,60}-[0-9]{1,6}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public IntegrationEventId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not an integration event's id (dlv-…-1): " + value);
    }
  }

  public static IntegrationEventId of(DeliveryId deliveryId, int attempt) {
    return new IntegrationEventId(deliveryId.value() + "-" + attempt);
  }

  public DeliveryId deliveryId() {
    return new DeliveryId(value.substring(0, value.lastIndexOf('-')));
  }

  /** Which attempt of the delivery, from 1. */
  public int attempt() {
    return Integer.parseInt(value.substring(value.lastIndexOf('-') + 1));
  }

  @Override
  public String toString() {
    return value;
  }
}
