package factory.integration.gateway.connectionsettings;

import factory.integration.api.connection.Trigger;
import factory.integration.api.subscription.Ordering;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Runs an operation whenever an event of a type is accepted. */
@Schema(name = "Trigger")
public record TriggerForm(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            description = "A name or alias, * for all, or a prefix such as order*.")
        @Nullable String eventType,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) @Nullable String operation,
    @Schema(description = "JSONata from {event, entity} to the input; absent: the event's data.")
        @Nullable String mapping,
    @Schema(description = "An operation that is called first, for the entity as it is now.")
        @Nullable String fetchOperation,
    @Schema(description = "JSONata from {event} to its input; absent: the event's data.")
        @Nullable String fetchMapping,
    @Schema(defaultValue = "fifo") @Nullable Ordering ordering,
    @Schema(minimum = "0", maximum = "5", defaultValue = "4") @Nullable Integer retries) {

  /** Shows what is stored. */
  public static TriggerForm of(Trigger trigger) {
    return new TriggerForm(
        trigger.eventType(),
        trigger.operation(),
        trigger.mapping(),
        trigger.fetchOperation(),
        trigger.fetchMapping(),
        trigger.ordering(),
        trigger.retries());
  }
}
