package factory.integration.api.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.connection.Trigger;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;

/** The event that a run goes back to, and how its input is made of it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunOrigin(EventId eventId, EventType eventType, Trigger trigger) {}
