package factory.integration.gateway.publication;

import factory.integration.api.publication.GetPublishedPayload;
import factory.integration.api.publication.PayloadRef;
import factory.integration.api.publication.PublishedPayloadView;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Published events")
@RestController
@RequestMapping("/v1/published-events")
final class PublishedPayloadController {

  private static final String THING = "published event";

  private final Messages messages;

  PublishedPayloadController(Messages messages) {
    this.messages = messages;
  }

  @GetMapping("/{eventId}/payload")
  @Operation(
      operationId = "getPublishedPayload",
      summary = "Read a payload that a message on the bus refers to")
  Object get(
      @PathVariable String eventId,
      @RequestParam String source,
      @RequestParam long sequence,
      RequestContext context) {
    if (sequence < 0) {
      throw RequestRefused.notFound(THING);
    }
    PayloadRef ref = new PayloadRef(eventId, source, sequence);
    return messages
        .find(new GetPublishedPayload(context.tenant(), ref), PublishedPayloadView.class)
        .orElseThrow(() -> RequestRefused.notFound(THING))
        .payload();
  }
}
