package factory.integration.gateway.credential;

import factory.integration.api.credential.CredentialView;
import factory.integration.api.credential.FindCredentials;
import factory.integration.api.messaging.Page;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.Paging;
import factory.integration.gateway.request.RequestContext;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Credentials for outside systems; what they hold goes in and never comes out. */
@Tag(name = "Credentials")
@RestController
@RequestMapping("/v1/integrations/credentials")
final class CredentialController {

  private final Credentials credentials;
  private final CredentialReads reads;
  private final Messages messages;

  CredentialController(Credentials credentials, CredentialReads reads, Messages messages) {
    this.credentials = credentials;
    this.reads = reads;
    this.messages = messages;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(operationId = "registerCredential", summary = "Register a credential")
  CredentialResource register(@RequestBody CredentialRequest request, RequestContext context) {
    return CredentialResource.of(credentials.register(request, context));
  }

  @GetMapping
  @Operation(operationId = "listCredentials", summary = "List credentials")
  Page<CredentialResource> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String cursor,
      RequestContext context) {
    FieldErrors errors = new FieldErrors();
    int size = Paging.limit(limit, errors);
    String page = Paging.cursor(cursor, errors);
    errors.refuseIfAny();
    Page<CredentialView> found =
        messages.page(new FindCredentials(context.tenant(), size, page), CredentialView.class);
    return new Page<>(
        found.items().stream().map(CredentialResource::of).toList(), found.nextCursor());
  }

  @GetMapping("/{credentialId}")
  @Operation(operationId = "getCredential", summary = "Show a credential")
  CredentialResource get(@PathVariable String credentialId, RequestContext context) {
    return CredentialResource.of(reads.get(context.tenant(), credentialId));
  }

  @PostMapping("/{credentialId}/rotate")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      operationId = "rotateCredential",
      summary = "Replace a credential by a new version, once that was checked")
  CredentialResource rotate(
      @PathVariable String credentialId,
      @RequestBody(required = false) @Nullable NewSecret secret,
      RequestContext context) {
    Map<String, String> given = secret == null ? Map.of() : secret.given();
    return CredentialResource.of(credentials.rotate(credentialId, given, context));
  }
}
