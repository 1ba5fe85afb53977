package factory.integration.gateway.eventlog;

import factory.integration.api.messaging.Page;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.GetSourceEvent;
import factory.integration.api.sourceevent.SourceEventView;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Events log")
@RestController
@RequestMapping("/v1/events")
final class EventLogController {

  private final Messages messages;

  EventLogController(Messages messages) {
    this.messages = messages;
  }

  @PostMapping("/search")
  @Operation(operationId = "searchEvents", summary = "Search the events log")
  Page<SourceEventView> search(@RequestBody EventSearch search, RequestContext context) {
    return search
        .toQuery(context.tenant())
        .map(query -> messages.page(query, SourceEventView.class))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  @GetMapping("/{eventId}")
  @Operation(operationId = "getEvent", summary = "Show an event with its routing and deliveries")
  SourceEventView get(@PathVariable String eventId, RequestContext context) {
    EventId id = Messages.idOf("event", eventId, EventId::new);
    return messages
        .find(new GetSourceEvent(context.tenant(), id), SourceEventView.class)
        .orElseThrow(() -> RequestRefused.notFound("event"));
  }
}
