package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Creates, changes and removes inbound sources. */
@Tag(name = "Inbound webhooks")
@RestController
@RequestMapping("/v1/inbound/sources")
final class InboundSourceChangeController {

  private final SourceSettingsReader settings;
  private final SourceSecrets secrets;
  private final InboundSourceReads reads;
  private final InboundSources sources;
  private final SourcePatches patches;

  InboundSourceChangeController(
      SourceSettingsReader settings,
      SourceSecrets secrets,
      InboundSourceReads reads,
      InboundSources sources,
      SourcePatches patches) {
    this.settings = settings;
    this.secrets = secrets;
    this.reads = reads;
    this.sources = sources;
    this.patches = patches;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createInboundSource", summary = "Create an inbound source")
  InboundSourceResource create(@RequestBody InboundSourceRequest request, RequestContext context) {
    InboundSourceSettings chosen = settings.read(request);
    SourceSecrets.Kept secret =
        secrets.keep(context.tenant(), request.secret(), chosen.verification());
    InboundSourceView view = sources.create(chosen, secret.ref(), request.isEnabled(), context);
    return InboundSourceResource.of(view, secret.text());
  }

  @PatchMapping(
      path = "/{sourceId}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @Operation(operationId = "changeInboundSource", summary = "Change a part of an inbound source")
  InboundSourceResource change(
      @PathVariable String sourceId,
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              description = "A merge patch (RFC 7396): what stands in it changes, null removes.",
              content = @Content(schema = @Schema(implementation = InboundSourceRequest.class)))
          @RequestBody
          Map<String, @Nullable Object> patch,
      RequestContext context) {
    return InboundSourceResource.of(patches.apply(sourceId, patch, context));
  }

  @DeleteMapping("/{sourceId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteInboundSource", summary = "Remove an inbound source")
  void remove(@PathVariable String sourceId, RequestContext context) {
    sources.remove(reads.get(context.tenant(), sourceId), context);
  }
}
