package factory.integration.gateway.run;

import factory.integration.api.run.CancelIntegrationRun;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RunCancellation;
import factory.integration.api.run.RunView;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decides about runs. */
@Tag(name = "Runs")
@RestController
@RequestMapping("/v1/integrations/runs/{runId}")
final class RunDecisionController {

  private final Runs runs;

  RunDecisionController(Runs runs) {
    this.runs = runs;
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "retryRun", summary = "Make another attempt at once")
  RunView retry(
      @PathVariable String runId,
      @RequestBody(required = false) @Nullable RetryForm form,
      RequestContext context) {
    boolean force = RetryForm.isForced(form);
    return runs.decide(runId, run -> RetryIntegrationRun.manual(run, force), context);
  }

  @PostMapping("/approve")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "approveRun",
      summary = "Agree to a run as a second person; in quiet hours it starts when they are over")
  RunView approve(
      @PathVariable String runId, @RequestBody DecisionForm form, RequestContext context) {
    return runs.approve(runId, form.checked(), context);
  }

  @PostMapping("/reject")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "rejectRun", summary = "Deny a run that waits for approval")
  RunView reject(
      @PathVariable String runId, @RequestBody DecisionForm form, RequestContext context) {
    String reason = form.checked();
    return runs.decide(
        runId, run -> new CancelIntegrationRun(run, RunCancellation.REJECTED, reason), context);
  }

  @PostMapping("/cancel")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "cancelRun", summary = "End a run")
  RunView cancel(@PathVariable String runId, RequestContext context) {
    return runs.decide(
        runId, run -> new CancelIntegrationRun(run, RunCancellation.REQUESTED), context);
  }

  @PostMapping("/resolve")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "resolveRun",
      summary = "Say what became of a run whose outcome is unknown")
  RunView resolve(
      @PathVariable String runId, @RequestBody ResolutionForm form, RequestContext context) {
    return runs.decide(runId, form::toCommand, context);
  }
}
