package factory.integration.gateway.event;

import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Publish")
@RestController
@RequestMapping(path = "/v1/events", consumes = MediaType.APPLICATION_JSON_VALUE)
final class PublishController {

  private final EventPublisher publisher;
  private final BatchPublisher batches;
  private final BatchParser batchParser;
  private final PublishPace pace;

  PublishController(
      EventPublisher publisher, BatchPublisher batches, BatchParser batchParser, PublishPace pace) {
    this.publisher = publisher;
    this.batches = batches;
    this.batchParser = batchParser;
    this.pace = pace;
  }

  /** Reads and writes bytes: this is done for every event. */
  @RequestBody(
      required = true,
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = PublishBody.class)))
  @ApiResponse(
      responseCode = "202",
      description = "The event is kept and will be delivered.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = Accepted.class)))
  @PostMapping
  @Operation(operationId = "publishEvent", summary = "Publish an event")
  void publish(HttpServletRequest request, HttpServletResponse response, RequestContext context)
      throws IOException {
    PublishRequest event = PublishRequestParser.parse(bodyOf(request));
    pace.keep();
    write(response, publisher.publish(event, context));
  }

  @RequestBody(
      required = true,
      description = "Up to 500 events: a list of them, or an object with the list as items.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON_VALUE,
              schema = @Schema(implementation = PublishBody.Batch.class)))
  @PostMapping("/batch")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "publishEvents", summary = "Publish up to 500 events")
  BatchAnswer publishAll(HttpServletRequest request, RequestContext context) throws IOException {
    List<PublishRequest> events = batchParser.parse(bodyOf(request));
    pace.keep();
    return new BatchAnswer(batches.publish(events, context));
  }

  private static byte[] bodyOf(HttpServletRequest request) throws IOException {
    int length = request.getContentLength();
    return length >= 0
        ? request.getInputStream().readNBytes(length)
        : request.getInputStream().readAllBytes();
  }

  private static void write(HttpServletResponse response, Accepted accepted) throws IOException {
    String body =
        "{\"eventId\":\"" + accepted.eventId() + "\",\"duplicate\":" + accepted.duplicate() + "}";
    response.setStatus(HttpStatus.ACCEPTED.value());
    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
    response.setContentLength(body.length());
    response.getOutputStream().write(body.getBytes(StandardCharsets.ISO_8859_1));
  }
}
