package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiClientId;
import factory.integration.api.apiclient.ApiClientView;
import factory.integration.api.apiclient.DeprecateExternalApiClient;
import factory.integration.api.apiclient.GetApiClient;
import factory.integration.api.apiclient.RegisterExternalApiClient;
import factory.integration.api.messaging.TenantId;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Registers, deprecates and reads versions of API clients. */
public final class ApiClients {

  private final Messages messages;
  private final InstantSource clock;

  ApiClients(Messages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A version as it is registered now.
   *
   * @param known whether it was before
   */
  public record Registered(ApiClientView view, boolean known) {

    /** 201 and the version, or 200 if it was known. */
    public ResponseEntity<ApiClientResource> answer() {
      HttpStatus status = known ? HttpStatus.OK : HttpStatus.CREATED;
      return ResponseEntity.status(status).body(ApiClientResource.of(view));
    }
  }

  /** Registers a version; returns when the caller can read it. */
  public Registered register(ApiClientDefinition definition, RequestContext context) {
    ApiClientId id =
        ApiClientId.of(definition.providerId(), definition.name(), definition.version());
    boolean known = messages.send(new RegisterExternalApiClient(id, definition), context);
    ApiClientView view =
        FollowingRead.until(_ -> true, () -> find(context.tenant(), id))
            .orElseGet(() -> new ApiClientView(id, definition, null, null, clock.instant()));
    return new Registered(view, known);
  }

  /** Deprecates a version; returns when the caller can read it. */
  ApiClientView deprecate(ApiClientView view, @Nullable String reason, RequestContext context) {
    ApiClientId id = view.apiClientId();
    messages.send(new DeprecateExternalApiClient(id, reason), context);
    return FollowingRead.until(ApiClientView::deprecated, () -> find(context.tenant(), id))
        .orElseGet(() -> view.deprecated(reason, clock.instant()));
  }

  /** The tenant's version of that id; any other id is not found. */
  ApiClientView get(TenantId tenant, String id) {
    return find(tenant, Messages.idOf("API client", id, ApiClientId::new))
        .orElseThrow(() -> RequestRefused.notFound("API client"));
  }

  private Optional<ApiClientView> find(TenantId tenant, ApiClientId id) {
    return messages.find(new GetApiClient(tenant, id), ApiClientView.class);
  }
}
