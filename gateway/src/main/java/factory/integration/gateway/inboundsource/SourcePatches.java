package factory.integration.gateway.inboundsource;

import factory.integration.api.inbound.InboundSourceSettings;
import factory.integration.api.inbound.InboundSourceView;
import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.gateway.json.RequestJson;
import factory.integration.gateway.problem.RequestRefused;
import factory.integration.gateway.request.RequestContext;
import factory.integration.gateway.subscription.MergePatch;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes a part of a source; what another caller changes meanwhile is not undone. */
final class SourcePatches {

  private static final int MAX_TRIES = 3;
  private static final String VERIFICATION = "verification";
  private static final String MAPPING = "mapping";

  private final SourceSettingsReader settings;
  private final InboundSources sources;
  private final InboundSourceReads reads;

  SourcePatches(SourceSettingsReader settings, InboundSources sources, InboundSourceReads reads) {
    this.settings = settings;
    this.sources = sources;
    this.reads = reads;
  }

  InboundSourceView apply(
      String id, Map<String, @Nullable Object> changes, RequestContext context) {
    ObjectNode patch = RequestJson.mapper().valueToTree(changes);
    if (patch.has("secret")) {
      throw RequestRefused.invalid("secret", "is changed by POST …/secret/rotate");
    }
    for (int tries = 1; ; tries++) {
      InboundSourceView view = reads.get(context.tenant(), id);
      try {
        return apply(view, patch, context);
      } catch (CommandRejected e) {
        if (e.reason() != Reason.INBOUND_SOURCE_CHANGED_MEANWHILE || tries == MAX_TRIES) {
          throw e;
        }
        reads.awaitLaterThan(view.version(), context.tenant(), view.sourceId());
      }
    }
  }

  private InboundSourceView apply(
      InboundSourceView view, ObjectNode patch, RequestContext context) {
    ObjectNode document = RequestJson.mapper().valueToTree(InboundSourceRequest.of(view));
    dropAlternatives(document, patch);
    MergePatch.merge(document, patch);
    InboundSourceRequest request =
        RequestJson.mapper().treeToValue(document, InboundSourceRequest.class);
    InboundSourceSettings changed = settings.read(request);
    InboundSourceView result =
        changed.equals(view.settings()) ? view : sources.change(view, changed, context);
    return request.isEnabled() == result.enabled()
        ? result
        : sources.switchTo(request.isEnabled(), result, context);
  }

  /** Another vendor brings its own mapping; another way to find a value replaces the one there. */
  private static void dropAlternatives(ObjectNode document, ObjectNode patch) {
    JsonNode type = patch.path(VERIFICATION).path("type");
    if (!type.isMissingNode() && !type.equals(document.path(VERIFICATION).path("type"))) {
      document.remove(VERIFICATION);
      document.remove(MAPPING);
    }
    if (patch.get(MAPPING) instanceof ObjectNode values
        && document.get(MAPPING) instanceof ObjectNode known) {
      known.remove(values.propertyNames());
    }
  }
}
