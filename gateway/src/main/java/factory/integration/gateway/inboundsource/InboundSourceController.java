package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.FindInboundSources;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.integrationevent.FindIntegrationEvents;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.messaging.Page;
import factory.integration.gateway.inbound.Rejection;
import factory.integration.gateway.inbound.Rejections;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows inbound sources and what came of the calls to them. */
@Tag(name = "Inbound webhooks")
@RestController
@RequestMapping("/v1/inbound/sources")
final class InboundSourceController {

  /**
   * The latest calls that this node did not take.
   *
   * @param nextCursor always null: there are a few only
   * @param suppressed how many further ones were not kept
   */
  @Schema(name = "InboundRejections")
  record RejectionList(List<Rejection> items, @Nullable String nextCursor, long suppressed) {}

  private final InboundSourceReads reads;
  private final Rejections rejections;
  private final Messages messages;

  InboundSourceController(InboundSourceReads reads, Rejections rejections, Messages messages) {
    this.reads = reads;
    this.rejections = rejections;
    this.messages = messages;
  }

  @GetMapping
  @Operation(operationId = "listInboundSources", summary = "List inbound sources")
  Page<InboundSourceResource> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Page<InboundSourceView> found =
        messages.page(
            new FindInboundSources(context.tenant(), size, page), InboundSourceView.class);
    return new Page<>(
        found.items().stream().map(InboundSourceResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{sourceId}")
  @Operation(operationId = "getInboundSource", summary = "Show an inbound source")
  InboundSourceResource get(@PathVariable String sourceId, RequestContext context) {
    return InboundSourceResource.of(reads.get(context.tenant(), sourceId));
  }

  @GetMapping("/{sourceId}/deliveries")
  @Operation(
      operationId = "listInboundDeliveries",
      summary = "List the webhooks that a source has sent")
  Page<IntegrationEventView> deliveries(
      @PathVariable String sourceId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    String id = reads.get(context.tenant(), sourceId).sourceId().value();
    return messages.page(
        new FindIntegrationEvents(
            context.tenant(), id, null, null, null, null, false, null, null, null, size, page),
        IntegrationEventView.class);
  }

  @GetMapping("/{sourceId}/rejections")
  @Operation(
      operationId = "listInboundRejections",
      summary = "List the latest calls that were not taken")
  RejectionList rejections(@PathVariable String sourceId, RequestContext context) {
    Rejections.Kept kept = rejections.of(reads.get(context.tenant(), sourceId).sourceId());
    return new RejectionList(kept.items(), null, kept.suppressed());
  }
}
