package factory.integration.gateway.connectionsettings;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.Governance;
import factory.integration.api.connection.Trigger;
import factory.integration.api.delivery.RetryPolicy;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.BaseUrl;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.TextRules;
import factory.integration.gateway.subscription.RetryPolicyForm;
import factory.integration.gateway.subscription.VettedUrls;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes settings out of what was sent, or refuses with all that is wrong. */
public final class ConnectionReader {

  private final ConnectionTargets targets;
  private final VettedUrls urls;
  private final GovernanceReader governance;
  private final TriggerReader triggers;

  ConnectionReader(
      ConnectionTargets targets,
      VettedUrls urls,
      GovernanceReader governance,
      TriggerReader triggers) {
    this.targets = targets;
    this.urls = urls;
    this.governance = governance;
    this.triggers = triggers;
  }

  /** The settings of a new connection. */
  public ConnectionSettings read(ConnectionRequest request, TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    Target target = targets.read(request, tenant, errors);
    BaseUrl baseUrl = baseUrl(request.baseUrl(), errors);
    ApiClientDefinition client = target == null ? null : target.client();
    Chosen chosen = chosen(request.changeable(), client, errors);
    errors.refuseIfAny();
    return chosen.with(Objects.requireNonNull(target), baseUrl);
  }

  /** The settings with what was changed of them. */
  public ConnectionSettings read(
      ConnectionChange change, ConnectionSettings stored, TenantId tenant, FieldErrors errors) {
    Target target = targets.stored(stored, tenant);
    Chosen chosen = chosen(change, target.client(), errors);
    errors.refuseIfAny();
    return chosen.with(target, stored.baseUrl());
  }

  private Chosen chosen(
      ConnectionChange change, @Nullable ApiClientDefinition client, FieldErrors errors) {
    OperationNames operations = OperationNames.of(client);
    if (change.name() == null) {
      errors.add("name", "is required");
    }
    TextRules.check("name", change.name(), TextRules.MAX_NAME, errors);
    Governance governed = governance.read(change.governance(), operations, errors);
    List<Trigger> triggered = triggers.read(change.triggers(), operations, governed, errors);
    RetryPolicy policy = RetryPolicyForm.read(change.retryPolicy(), errors);
    return new Chosen(change.name(), governed, triggered, policy);
  }

  private @Nullable BaseUrl baseUrl(@Nullable String text, FieldErrors errors) {
    return text == null || urls.read("baseUrl", text, errors) == null
        ? null
        : errors.attempt("baseUrl", () -> new BaseUrl(text));
  }

  private record Chosen(
      @Nullable String name,
      Governance governance,
      List<Trigger> triggers,
      @Nullable RetryPolicy retryPolicy) {

    ConnectionSettings with(Target target, @Nullable BaseUrl baseUrl) {
      return new ConnectionSettings(
          Objects.requireNonNull(name),
          target.providerId(),
          target.apiClientId(),
          target.credentialId(),
          baseUrl,
          governance,
          triggers,
          Objects.requireNonNull(retryPolicy));
    }
  }
}
