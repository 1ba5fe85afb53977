package factory.integration.gateway.inbound;

import factory.integration.api.inbound.InboundSourceId;
import factory.integration.api.vault.SecretRef;
import factory.integration.gateway.json.JsonBody;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.request.RequestContexts;
import factory.integration.gateway.verification.ReceivedCall;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where vendors call. They have no key; each call proves itself as its source asks. */
@Tag(name = "Inbound webhooks")
@RestController
final class InboundController {

  private final InboundEndpoints endpoints;
  private final WebhookGate gate;
  private final WebhookIngest ingest;
  private final RequestContexts contexts;
  private final InstantSource clock;

  InboundController(
      InboundEndpoints endpoints,
      WebhookGate gate,
      WebhookIngest ingest,
      RequestContexts contexts,
      InstantSource clock) {
    this.endpoints = endpoints;
    this.gate = gate;
    this.ingest = ingest;
    this.contexts = contexts;
    this.clock = clock;
  }

  /** Reads and writes bytes: the signature is over what was sent. */
  @SecurityRequirements
  @ApiResponse(
      responseCode = "200",
      description = "The webhook is stored, or was before; the source may choose another answer.")
  @PostMapping("/v1/inbound/{sourceId}")
  @Operation(operationId = "receiveWebhook", summary = "Take a vendor's webhook")
  void receive(
      @PathVariable String sourceId, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Instant now = clock.instant();
    InboundEndpoint endpoint =
        endpoints
            .find(Messages.idOf("inbound source", sourceId, InboundSourceId::new))
            .orElseThrow(() -> RequestRefused.notFound("inbound source"));
    ReceivedCall call = new ReceivedCall(VendorHeaders.of(request), bodyOf(request));
    SecretRef provenBy = gate.verify(endpoint, call, now);
    RequestContext context = contexts.of(request, endpoint.tenant(), sourceId);
    try {
      write(response, take(endpoint, call, provenBy, now, context));
    } catch (RequestRefused unusable) {
      gate.unusable(endpoint, call, now, unusable.problem());
      throw unusable;
    }
  }

  private VendorAnswer take(
      InboundEndpoint endpoint,
      ReceivedCall call,
      SecretRef provenBy,
      Instant now,
      RequestContext context) {
    JsonBody body = JsonBody.read(call.body());
    return SlackChallenge.answer(endpoint.settings().verification(), body)
        .orElseGet(() -> ingest.keep(endpoint, call, body, provenBy, now, context));
  }

  private static byte[] bodyOf(HttpServletRequest request) throws IOException {
    int length = request.getContentLength();
    return length >= 0
        ? request.getInputStream().readNBytes(length)
        : request.getInputStream().readAllBytes();
  }

  private static void write(HttpServletResponse response, VendorAnswer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    if (answer.contentType() != null) {
      response.setContentType(answer.contentType());
    }
    if (body.length > 0) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
