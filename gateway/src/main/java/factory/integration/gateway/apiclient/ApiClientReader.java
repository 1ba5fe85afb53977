package factory.integration.gateway.apiclient;

import factory.integration.api.apiclient.ApiClientDefinition;
import factory.integration.api.apiclient.ApiOperation;
import factory.integration.api.apiclient.ApiVersion;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.provider.ProviderId;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.provider.Providers;
import factory.integration.gateway.request.Filters;
import factory.integration.gateway.request.TextRules;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Makes definitions out of what was sent, or refuses with all that is wrong. */
public final class ApiClientReader {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,62}[a-z0-9])?");
  private static final int MAX_DESCRIPTION = 1_024;
  private static final int MAX_OPERATIONS = 100;
  private static final int MAX_SIZE = 1 << 20;

  private final OperationReader operations;
  private final Providers providers;

  ApiClientReader(OperationReader operations, Providers providers) {
    this.operations = operations;
    this.providers = providers;
  }

  /** The definition, or a refusal that names every field that is wrong. */
  public ApiClientDefinition read(ApiClientRequest request, TenantId tenant) {
    FieldErrors errors = new FieldErrors();
    ProviderId provider = provider(request.providerId(), tenant, errors);
    if (request.name() == null || !NAME.matcher(request.name()).matches()) {
      errors.add("name", "must be 1 to 64 small letters, digits and hyphens between them");
    }
    ApiVersion version =
        errors.attempt("version", () -> new ApiVersion(String.valueOf(request.version())));
    TextRules.check("description", request.description(), MAX_DESCRIPTION, errors);
    List<ApiOperation> all = operations(request.operations(), errors);
    errors.refuseIfAny();
    return new ApiClientDefinition(
        Objects.requireNonNull(provider),
        Objects.requireNonNull(request.name()),
        Objects.requireNonNull(version),
        request.description(),
        all);
  }

  private @Nullable ProviderId provider(
      @Nullable String text, TenantId tenant, FieldErrors errors) {
    ProviderId id = Filters.condition(text, ProviderId::new).value();
    if (id == null || providers.find(tenant, id).isEmpty()) {
      errors.add("providerId", "must be the id of a provider that is registered");
      return null;
    }
    return id;
  }

  private List<ApiOperation> operations(@Nullable List<OperationForm> forms, FieldErrors errors) {
    if (forms == null || forms.isEmpty() || forms.size() > MAX_OPERATIONS) {
      errors.add("operations", "must hold 1 to " + MAX_OPERATIONS + " operations");
      return List.of();
    }
    List<ApiOperation> all = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < forms.size(); i++) {
      ApiOperation operation = operation("operations." + i, forms.get(i), errors);
      if (operation != null && !names.add(operation.name())) {
        errors.add("operations." + i + ".name", "is the name of another operation too");
      } else if (operation != null) {
        all.add(operation);
      }
    }
    if (JsonMapper.shared().writeValueAsString(all).length() > MAX_SIZE) {
      errors.add("operations", "must not have more than 1 MiB together; make several clients");
    }
    return all;
  }

  private @Nullable ApiOperation operation(
      String field, @Nullable OperationForm form, FieldErrors errors) {
    if (form == null) {
      errors.add(field, "must be an operation");
      return null;
    }
    return operations.read(field, form, errors);
  }
}
