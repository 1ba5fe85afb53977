package factory.integration.gateway.admin;

import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
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
@RequestMapping("/v1/admin/processors/{processor}/parked-events")
final class ParkedEventController {

  private final ParkedEvents parked;

  ParkedEventController(ParkedEvents parked) {
    this.parked = parked;
  }

  @GetMapping
  @Operation(operationId = "listParkedEvents", summary = "Show what a processor could not handle")
  Page<ParkedEvent> list(@PathVariable String processor) {
    return new Page<>(
        parked.of(processor).orElseThrow(() -> RequestRefused.notFound("processor")), null);
  }

  @PostMapping("/{sequence}/retry")
  @Operation(operationId = "retryParkedEvents", summary = "Handle a sequence's events again")
  RetriedEvents retry(@PathVariable String processor, @PathVariable String sequence) {
    ParkedEvent failed = parked.retry(processor, sequence).orElse(null);
    return new RetriedEvents(failed == null, failed);
  }

  @DeleteMapping("/{sequence}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(
      operationId = "dropParkedEvents",
      summary = "Give up the first event of a sequence, or all of them")
  void drop(
      @PathVariable String processor,
      @PathVariable String sequence,
      @RequestParam(defaultValue = "false") boolean all) {
    parked.drop(processor, sequence, all);
  }
}
