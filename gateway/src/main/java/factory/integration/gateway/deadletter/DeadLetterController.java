package factory.integration.gateway.deadletter;

import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.GetDeadLetter;
import factory.integration.api.messaging.Page;
import factory.integration.api.run.RetryIntegrationRun;
import factory.integration.api.run.RunId;
import factory.integration.gateway.problem.Problem;
import factory.integration.gateway.problem.ProblemKind;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Dead letters")
@RestController
@RequestMapping("/v1/dead-letters")
final class DeadLetterController {

  /** The run that another attempt is made of. */
  record Redriven(FailureId failureId, RunId runId) {}

  private final Messages messages;

  DeadLetterController(Messages messages) {
    this.messages = messages;
  }

  @PostMapping("/filter")
  @Operation(operationId = "findDeadLetters", summary = "Find dead letters")
  Page<DeadLetterView> filter(@RequestBody DeadLetterFilter filter, RequestContext context) {
    return filter
        .toQuery(context.tenant())
        .map(query -> messages.page(query, DeadLetterView.class))
        .orElseGet(() -> new Page<>(List.of(), null));
  }

  @GetMapping("/{id}")
  @Operation(operationId = "getDeadLetter", summary = "Show a dead letter")
  DeadLetterView get(@PathVariable String id, RequestContext context) {
    FailureId failureId = Messages.idOf("dead letter", id, FailureId::new);
    return messages
        .find(new GetDeadLetter(context.tenant(), failureId), DeadLetterView.class)
        .orElseThrow(() -> RequestRefused.notFound("dead letter"));
  }

  @PostMapping("/{id}/redrive")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "redriveDeadLetter",
      summary = "Make another attempt of a run that was dead-lettered")
  Redriven redrive(@PathVariable String id, RequestContext context) {
    DeadLetterView letter = get(id, context);
    RunId run = letter.runId();
    if (run == null) {
      throw new RequestRefused(
          Problem.of(ProblemKind.INVALID, "deliveries cannot be retried by hand yet, only runs"));
    }
    messages.send(RetryIntegrationRun.manual(run, false), context);
    return new Redriven(letter.failureId(), run);
  }
}
