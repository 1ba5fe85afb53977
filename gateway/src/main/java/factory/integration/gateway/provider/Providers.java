package factory.integration.gateway.provider;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.GetProvider;
import factory.integration.api.provider.ProviderId;
import factory.integration.api.provider.ProviderSettings;
import factory.integration.api.provider.ProviderView;
import factory.integration.api.provider.RegisterIntegrationProvider;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.FollowingRead;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;
import java.time.InstantSource;
import java.util.Optional;

/** Registers and reads providers. */
public final class Providers {

  private final Messages messages;
  private final InstantSource clock;

  Providers(Messages messages, InstantSource clock) {
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * A provider as it is registered now.
   *
   * @param known whether it was before
   */
  public record Registered(ProviderView view, boolean known) {}

  /** Registers a provider; returns when the caller can read it. */
  public Registered register(ProviderSettings settings, RequestContext context) {
    ProviderId id = ProviderId.of(context.tenant(), settings.key());
    boolean known = messages.send(new RegisterIntegrationProvider(id, settings), context);
    ProviderView view =
        FollowingRead.until(_ -> true, () -> find(context.tenant(), id))
            .orElseGet(() -> new ProviderView(id, settings, clock.instant()));
    return new Registered(view, known);
  }

  /** The tenant's provider of that id; any other id is not found. */
  public ProviderView get(TenantId tenant, String id) {
    return find(tenant, Messages.idOf("provider", id, ProviderId::new))
        .orElseThrow(() -> RequestRefused.notFound("provider"));
  }

  /** The tenant's provider of that id. */
  public Optional<ProviderView> find(TenantId tenant, ProviderId id) {
    return messages.find(new GetProvider(tenant, id), ProviderView.class);
  }
}
