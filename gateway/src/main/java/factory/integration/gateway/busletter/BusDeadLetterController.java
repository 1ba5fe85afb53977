package factory.integration.gateway.busletter;

import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Paging;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Operations")
@RestController
@RequestMapping("/v1/admin/bus/dead-letters")
final class BusDeadLetterController {

  private static final Pattern CURSOR = Pattern.compile("[0-9]{1,7}");
  private static final String THING = "dead letter on the bus";

  private final BusDeadLetters letters;

  BusDeadLetterController(BusDeadLetters letters) {
    this.letters = letters;
  }

  @GetMapping
  @Operation(operationId = "listBusDeadLetters", summary = "List messages refused from the bus")
  Page<BusDeadLetter> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor) {
    FieldErrors errors = new FieldErrors();
    int size = Paging.limit(limit, errors);
    if (cursor != null && !CURSOR.matcher(cursor).matches()) {
      errors.add("cursor", "must be one that was handed out");
    }
    errors.refuseIfAny();
    int skip = cursor == null ? 0 : Integer.parseInt(cursor);
    List<BusDeadLetter> found = letters.list(skip, size + 1);
    return found.size() > size
        ? new Page<>(found.subList(0, size), Integer.toString(skip + size))
        : new Page<>(found, null);
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getBusDeadLetter", summary = "Show a message refused from the bus")
  BusDeadLetter get(@PathVariable String id) {
    return letters.find(id).orElseThrow(() -> RequestRefused.notFound(THING));
  }

  @PostMapping("/{id}/redrive")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redriveBusDeadLetter",
      summary = "Send a refused message to the inbound queue again")
  void redrive(@PathVariable String id) {
    found(letters.redrive(id));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "dropBusDeadLetter", summary = "Drop a refused message for good")
  void drop(@PathVariable String id) {
    found(letters.drop(id));
  }

  private static void found(boolean wasThere) {
    if (!wasThere) {
      throw RequestRefused.notFound(THING);
    }
  }
}
