package factory.integration.gateway.run;

import factory.integration.api.connection.ConnectionId;
import factory.integration.api.messaging.Page;
import factory.integration.api.run.DryRun;
import factory.integration.api.run.FindRuns;
import factory.integration.api.run.RunView;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Asks for runs and shows them. */
@Tag(name = "Runs")
@RestController
@RequestMapping("/v1/integrations/runs")
final class RunController {

  private final Runs runs;
  private final Messages messages;

  RunController(Runs runs, Messages messages) {
    this.runs = runs;
    this.messages = messages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(operationId = "executeRun", summary = "Run an operation of a connection")
  AcceptedRun execute(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RunBody.class)))
          @RequestBody
          byte[] body,
      RequestContext context) {
    return runs.execute(RunRequestParser.parse(body), context);
  }

  @PostMapping(path = "/dry-run", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      operationId = "dryRun",
      summary = "Show the request that a run would send, secrets masked; nothing is sent")
  DryRun dryRun(
      @io.swagger.v3.oas.annotations.parameters.RequestBody(
              required = true,
              content = @Content(schema = @Schema(implementation = RunBody.class)))
          @RequestBody
          byte[] body,
      RequestContext context) {
    return runs.dryRun(RunRequestParser.parse(body), context);
  }

  @GetMapping
  @Operation(operationId = "listRuns", summary = "List the runs of a connection")
  Page<RunView> list(
      @RequestParam(required = false) @io.swagger.v3.oas.annotations.Parameter(required = true)
          @Nullable String connectionId,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    if (connectionId == null) {
      errors.add("connectionId", "is required: whose runs are asked for");
    }
    Filters.check("connectionId", connectionId, errors);
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    ConnectionId connection = Filters.condition(connectionId, ConnectionId::new).value();
    return connection == null
        ? new Page<>(List.of(), null)
        : messages.page(new FindRuns(context.tenant(), connection, size, page), RunView.class);
  }

  @GetMapping("/{runId}")
  @Operation(operationId = "getRun", summary = "Show a run")
  RunView get(@PathVariable String runId, RequestContext context) {
    return runs.get(context.tenant(), runId);
  }
}
