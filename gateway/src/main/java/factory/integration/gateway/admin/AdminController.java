package factory.integration.gateway.admin;

import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Operations")
@RestController
@RequestMapping("/v1/admin")
final class AdminController {

  private final ProcessorAdministration administration;

  AdminController(ProcessorAdministration administration) {
    this.administration = administration;
  }

  @GetMapping("/processors")
  @Operation(operationId = "listProcessors", summary = "Show how far event processors are")
  Page<ProcessorStatus> processors() {
    return new Page<>(administration.processors(), null);
  }

  @PostMapping("/projections/{name}/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "rebuildProjection", summary = "Rebuild a projection from all events")
  RebuildProgress rebuild(@PathVariable String name) {
    return administration.rebuild(name).orElseThrow(() -> RequestRefused.notFound("projection"));
  }

  @GetMapping("/projections/{name}/rebuild")
  @Operation(operationId = "getRebuild", summary = "Show how far a rebuild is")
  RebuildProgress progress(@PathVariable String name) {
    return administration.progress(name).orElseThrow(() -> RequestRefused.notFound("projection"));
  }
}
