package factory.integration.command.sourceevent;

import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What must be the same when an idempotency key comes again. */
record Content(
    EventType eventType,
    String data,
    Routing routing,
    Map<String, String> customHeaders,
    @Nullable String orderingKey) {

  static Content of(PublishEvent command) {
    return new Content(
        command.eventType(),
        command.data(),
        command.routing(),
        command.customHeaders(),
        command.orderingKey());
  }

  static Content of(EventAccepted event) {
    return new Content(
        event.eventType(),
        event.data(),
        event.routing(),
        event.customHeaders(),
        event.orderingKey());
  }
}
