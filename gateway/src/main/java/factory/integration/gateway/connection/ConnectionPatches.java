package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionSettings;
import factory.integration.api.connection.ConnectionStatus;
import factory.integration.api.connection.ConnectionView;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.gateway.connectionsettings.ConnectionChange;
import factory.integration.gateway.connectionsettings.ConnectionReader;
import factory.integration.gateway.json.RequestJson;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.subscription.MergePatch;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a part of a connection; who does it says why. */
final class ConnectionPatches {

  private static final List<String> STAYING =
      List.of("providerId", "apiClientId", "credentialId", "baseUrl");

  private final ConnectionReader reader;
  private final Connections connections;

  ConnectionPatches(ConnectionReader reader, Connections connections) {
    this.reader = reader;
    this.connections = connections;
  }

  ConnectionView apply(String id, Map<String, @Nullable Object> changes, RequestContext context) {
    ConnectionView view = connections.get(context.tenant(), id);
    CommandRejected.unless(view.status() != ConnectionStatus.RETIRED, Reason.CONNECTION_RETIRED);
    ObjectNode patch = RequestJson.mapper().valueToTree(changes);
    FieldErrors errors = new FieldErrors();
    String reason = reason(patch.remove("reason"), errors);
    STAYING.stream()
        .filter(patch::has)
        .forEach(field -> errors.add(field, "stays; establish another connection"));
    errors.refuseIfAny();
    ConnectionSettings changed = merged(view.settings(), patch, context, errors);
    return changed.equals(view.settings())
        ? view
        : connections.change(view, changed, Objects.requireNonNull(reason), context);
  }

  private ConnectionSettings merged(
      ConnectionSettings stored, ObjectNode patch, RequestContext context, FieldErrors errors) {
    ObjectNode document = RequestJson.mapper().valueToTree(ConnectionChange.of(stored));
    MergePatch.apply(document, patch);
    ConnectionChange change = RequestJson.mapper().treeToValue(document, ConnectionChange.class);
    return reader.read(change, stored, context.tenant(), errors);
  }

  private static @Nullable String reason(@Nullable JsonNode json, FieldErrors errors) {
    String reason = json != null && json.isString() ? json.asString() : null;
    ReasonRules.check(reason, errors);
    return reason;
  }
}
