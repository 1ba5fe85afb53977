package factory.integration.gateway.integrationevent;

import factory.integration.api.integrationevent.IntegrationEventId;
import factory.integration.api.integrationevent.IntegrationEventView;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RunId;
import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.ProblemKind;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.run.RetryForm;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Decides about further attempts, so far of runs. */
@Tag(name = "Integration events")
@RestController
@RequestMapping("/v1/integrations/events/{id}")
final class AttemptController {

  /** The run that another attempt is made of. */
  record Retried(IntegrationEventId id, RunId runId) {}

  private final Messages messages;

  AttemptController(Messages messages) {
    this.messages = messages;
  }

  @PostMapping("/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "retryIntegrationEvent",
      summary = "Make another attempt of a run at once")
  Retried retry(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable RetryForm form,
      RequestContext context) {
    IntegrationEventView view = IntegrationEventController.get(messages, id, context);
    RunId run = runOf(view, "deliveries cannot be retried by hand yet, only runs");
    messages.send(RetryIntegrationRun.manual(run, RetryForm.isForced(form)), context);
    return new Retried(view.id(), run);
  }

  @PatchMapping(consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
  @Operation(
      operationId = "changeIntegrationEvent",
      summary = "Allow, forbid or stop further attempts of a run")
  IntegrationEventView change(
      @PathVariable String id, @RequestBody SwitchForm form, RequestContext context) {
    IntegrationEventView view = IntegrationEventController.get(messages, id, context);
    RunId run = runOf(view, "this can be changed for runs only; cancel a delivery instead");
    messages.send(form.toCommand(run), context);
    return IntegrationEventController.get(messages, id, context);
  }

  private static RunId runOf(IntegrationEventView view, String otherwise) {
    RunId run = view.runId();
    if (run == null) {
      throw new RequestRefused(Problem.of(ProblemKind.INVALID, otherwise));
    }
    return run;
  }
}
