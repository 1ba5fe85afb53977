package factory.integration.gateway.event;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.EndpointUrl;
import factory.integration.api.subscription.GetSubscription;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import factory.integration.api.vault.SecretVault;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.EventTypePatterns;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.subscription.VettedUrls;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Sees from a request's shape whom the event is meant for. */
final class RoutingTranslator {

  private final Messages messages;
  private final VettedUrls urls;
  private final SecretVault vault;

  RoutingTranslator(Messages messages, VettedUrls urls, SecretVault vault) {
    this.messages = messages;
    this.urls = urls;
    this.vault = vault;
  }

  /** The routing; null when the request has errors. */
  @Nullable Routing routing(PublishRequest request, TenantId tenant) {
    FieldErrors errors = request.errors();
    checkShape(request, errors);
    if (request.has(PublishField.URL)) {
      return dynamic(request, tenant);
    }
    String endpointId = request.text(PublishField.ENDPOINT_ID);
    if (endpointId != null) {
      return directed(endpointId, tenant, errors);
    }
    String ownerId = request.text(PublishField.OWNER_ID);
    return ownerId != null ? new Routing.FanOut(ownerId) : new Routing.Broadcast();
  }

  private static void checkShape(PublishRequest request, FieldErrors errors) {
    long shapes =
        Stream.of(PublishField.ENDPOINT_ID, PublishField.OWNER_ID, PublishField.URL)
            .filter(request::has)
            .count();
    if (shapes > 1) {
      errors.add("endpointId", "excludes ownerId and url; give one of the three or none");
    }
    if (!request.has(PublishField.URL)) {
      if (request.has(PublishField.SECRET)) {
        errors.add("secret", "belongs to a url, which is missing");
      }
      if (!request.eventTypes().isEmpty()) {
        errors.add("eventTypes", "belongs to a url, which is missing");
      }
    }
  }

  private Routing.@Nullable Directed directed(
      String endpointId, TenantId tenant, FieldErrors errors) {
    return errors.attempt("endpointId", () -> new Routing.Directed(existing(endpointId, tenant)));
  }

  /** What is no id is no subscription's either. */
  private SubscriptionId existing(String text, TenantId tenant) {
    SubscriptionId id = new SubscriptionId(text);
    if (messages.find(new GetSubscription(tenant, id), SubscriptionView.class).isEmpty()) {
      throw new IllegalArgumentException("there is no such subscription: " + text);
    }
    return id;
  }

  /** The secret goes to the vault last, when nothing can be refused any more. */
  private Routing.@Nullable Dynamic dynamic(PublishRequest request, TenantId tenant) {
    FieldErrors errors = request.errors();
    EndpointUrl url = urls.read("url", request.text(PublishField.URL), errors);
    String secret = SigningSecret.read(request.text(PublishField.SECRET), errors);
    List<String> types = EventTypePatterns.read("eventTypes", request.eventTypes(), errors);
    if (url == null || secret == null || !errors.isEmpty()) {
      return null;
    }
    return new Routing.Dynamic(url, vault.putOnce(tenant, secret), types);
  }
}
