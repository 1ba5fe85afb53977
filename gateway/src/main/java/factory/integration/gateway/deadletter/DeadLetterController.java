package factory.integration.gateway.deadletter;

import factory.integration.api.failure.DeadLetterView;
import factory.integration.api.failure.FailureId;
import factory.integration.api.failure.GetDeadLetter;
import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "Dead letters")
@RestController
@RequestMapping("/v1/dead-letters")
final class DeadLetterController {

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
}
