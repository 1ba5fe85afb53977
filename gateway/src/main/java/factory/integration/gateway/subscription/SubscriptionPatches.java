package factory.integration.gateway.subscription;

import factory.integration.api.messaging.CommandRejected;
import factory.integration.api.messaging.Reason;
import factory.integration.api.subscription.SubscriptionSettings;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.gateway.json.RequestJson;
import factory.integration.gateway.request.RequestContext;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Changes a part of a subscription; what another caller changes meanwhile is not undone. */
final class SubscriptionPatches {

  private static final int MAX_TRIES = 3;

  private final SettingsReader settings;
  private final Subscriptions subscriptions;
  private final SubscriptionReads reads;

  SubscriptionPatches(
      SettingsReader settings, Subscriptions subscriptions, SubscriptionReads reads) {
    this.settings = settings;
    this.subscriptions = subscriptions;
    this.reads = reads;
  }

  SubscriptionView apply(String id, Map<String, @Nullable Object> changes, RequestContext context) {
    ObjectNode patch = RequestJson.mapper().valueToTree(changes);
    for (int tries = 1; ; tries++) {
      SubscriptionView view = reads.get(context.tenant(), id);
      try {
        return apply(view, patch, context);
      } catch (CommandRejected e) {
        if (e.reason() != Reason.SUBSCRIPTION_CHANGED_MEANWHILE || tries == MAX_TRIES) {
          throw e;
        }
        reads.awaitLaterThan(view.version(), context.tenant(), view.subscriptionId());
      }
    }
  }

  private SubscriptionView apply(SubscriptionView view, ObjectNode patch, RequestContext context) {
    ObjectNode document = RequestJson.mapper().valueToTree(SubscriptionRequest.of(view));
    MergePatch.apply(document, patch);
    SubscriptionRequest request =
        RequestJson.mapper().treeToValue(document, SubscriptionRequest.class);
    SubscriptionSettings changed = settings.read(request, view.settings(), context.tenant());
    SubscriptionView result =
        changed.equals(view.settings()) ? view : subscriptions.change(view, changed, context);
    return request.isEnabled() == result.enabled()
        ? result
        : subscriptions.switchTo(request.isEnabled(), result, context);
  }
}
