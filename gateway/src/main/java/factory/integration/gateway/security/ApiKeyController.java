package factory.integration.gateway.security;

import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@Tag(name = "API keys")
@RestController
@RequestMapping("/v1/api-keys")
final class ApiKeyController {

  private final ApiKeys keys;
  private final InstantSource clock;

  ApiKeyController(ApiKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "createApiKey", summary = "Issue an API key")
  ApiKeyResource create(@RequestBody ApiKeyRequest request, RequestContext context) {
    Instant expiresAt = request.validated(clock.instant());
    ApiKeys.Issued issued =
        keys.issue(context.tenant(), String.valueOf(request.name()), request.scopeSet(), expiresAt);
    return ApiKeyResource.of(issued.key(), issued.text());
  }

  @GetMapping
  @Operation(operationId = "listApiKeys", summary = "List API keys")
  Page<ApiKeyResource> list(RequestContext context) {
    return new Page<>(keys.of(context.tenant()).stream().map(ApiKeyResource::of).toList(), null);
  }

  @DeleteMapping("/{keyId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(operationId = "deleteApiKey", summary = "Revoke an API key")
  void revoke(@PathVariable String keyId, RequestContext context) {
    if (keyId.equals(context.actor())) {
      throw RequestRefused.conflict("a key can't revoke itself; use another admin key");
    }
    if (!keys.revoke(context.tenant(), keyId)) {
      throw RequestRefused.notFound("API key");
    }
  }
}
