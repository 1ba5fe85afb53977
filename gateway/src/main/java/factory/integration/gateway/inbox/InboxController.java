package factory.integration.gateway.inbox;

import factory.integration.api.messaging.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Inbox")
@RestController
@ConditionalOnProperty("platform.inbox.enabled")
@SecurityRequirements
final class InboxController {

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  /** The body is read first: whatever is asked of a form's parameters would use it up. */
  @Parameter(
      in = ParameterIn.QUERY,
      name = "status",
      description = "What to answer, 200 to 599.",
      schema = @Schema(type = "integer", defaultValue = "200"))
  @PostMapping("/inbox/{name}")
  @Operation(operationId = "sendToInbox", summary = "Take a webhook")
  ResponseEntity<Void> receive(@PathVariable String name, HttpServletRequest request)
      throws IOException {
    byte[] body = request.getInputStream().readAllBytes();
    inbox.receive(name, headersOf(request), body);
    return ResponseEntity.status(statusOf(request)).build();
  }

  @GetMapping("/inbox/{name}")
  @Operation(
      operationId = "showInbox",
      summary = "Show the latest requests and whether their signatures were valid")
  Page<InboxRequest> show(@PathVariable String name) {
    return new Page<>(inbox.latest(name), null);
  }

  private static Map<String, String> headersOf(HttpServletRequest request) {
    Map<String, String> headers = new TreeMap<>();
    for (String name : Collections.list(request.getHeaderNames())) {
      String values = String.join(", ", Collections.list(request.getHeaders(name)));
      headers.put(name.toLowerCase(Locale.ROOT), values);
    }
    return headers;
  }

  private static int statusOf(HttpServletRequest request) {
    String asked = request.getParameter("status");
    boolean usable = asked != null && asked.matches("[2-5][0-9]{2}");
    return usable ? Integer.parseInt(asked) : HttpStatus.OK.value();
  }
}
