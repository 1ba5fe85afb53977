package factory.integration.saga.sourceevent;

import factory.integration.api.sourceevent.EventAccepted;
import java.util.Map;

/**
 * An accepted event and the context it came in.
 *
 * @param context the event's metadata
 */
public record PublishedData(EventAccepted event, Map<String, String> context) {}
