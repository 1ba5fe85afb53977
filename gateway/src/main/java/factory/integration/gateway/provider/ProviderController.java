package factory.integration.gateway.provider;

import factory.integration.api.messaging.Page;
import factory.integration.api.provider.FindProviders;
import factory.integration.api.provider.ProviderView;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Registers and shows providers. */
@Tag(name = "Providers")
@RestController
@RequestMapping("/v1/integrations/providers")
final class ProviderController {

  private final ProviderReader reader;
  private final Providers providers;
  private final Messages messages;

  ProviderController(ProviderReader reader, Providers providers, Messages messages) {
    this.reader = reader;
    this.providers = providers;
    this.messages = messages;
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(operationId = "registerProvider", summary = "Register a provider")
  @ApiResponse(responseCode = "201", description = "It is registered.", useReturnTypeSchema = true)
  @ApiResponse(responseCode = "200", description = "It was already.", useReturnTypeSchema = true)
  ResponseEntity<ProviderResource> register(
      @RequestBody ProviderRequest request, RequestContext context) {
    Providers.Registered registered = providers.register(reader.read(request), context);
    HttpStatus status = registered.known() ? HttpStatus.OK : HttpStatus.CREATED;
    return ResponseEntity.status(status).body(ProviderResource.of(registered.view()));
  }

  @GetMapping
  @Operation(operationId = "listProviders", summary = "List providers")
  Page<ProviderResource> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Page<ProviderView> found =
        messages.page(new FindProviders(context.tenant(), size, page), ProviderView.class);
    return new Page<>(
        found.items().stream().map(ProviderResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{providerId}")
  @Operation(operationId = "getProvider", summary = "Show a provider")
  ProviderResource get(@PathVariable String providerId, RequestContext context) {
    return ProviderResource.of(providers.get(context.tenant(), providerId));
  }
}
