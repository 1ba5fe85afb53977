package factory.integration.saga.routing;

import factory.integration.api.messaging.TenantId;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.api.sourceevent.Routing;
import factory.integration.api.subscription.SubscriptionId;
import factory.integration.api.subscription.SubscriptionView;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Decides who gets an event, and says why. */
final class RoutingRules {

  private final SubscriptionDirectory directory;

  RoutingRules(SubscriptionDirectory directory) {
    this.directory = directory;
  }

  /** A verdict for each subscription that the event's shape addresses. */
  List<Verdict> judge(TenantId tenant, EventAccepted event) {
    return switch (event.routing()) {
      case Routing.Directed directed -> List.of(named(tenant, directed.endpointId()));
      case Routing.FanOut fanOut ->
          ownedBy(tenant, fanOut.ownerId()).map(found -> byType(found, event)).toList();
      case Routing.Broadcast _ ->
          directory.ofTenant(tenant).stream().map(found -> byType(found, event)).toList();
      case Routing.Dynamic dynamic -> List.of(byOwnTypes(dynamic, event));
    };
  }

  private Verdict named(TenantId tenant, SubscriptionId id) {
    return directory
        .find(id)
        .filter(found -> found.tenant().equals(tenant))
        .map(found -> Verdict.match(found.subscription(), "the event names this endpoint"))
        .orElseGet(() -> new Verdict(id, null, false, "the tenant has no such subscription"));
  }

  private Stream<SubscriptionView> ownedBy(TenantId tenant, String ownerId) {
    return directory.ofTenant(tenant).stream()
        .filter(found -> Objects.equals(found.settings().ownerId(), ownerId));
  }

  private static Verdict byType(SubscriptionView subscription, EventAccepted event) {
    List<String> patterns = subscription.settings().eventTypes();
    return EventTypePattern.firstMatch(patterns, event.eventType())
        .map(pattern -> Verdict.match(subscription, matchReason(event, pattern)))
        .orElseGet(() -> Verdict.noMatch(subscription, mismatchReason(event, patterns)));
  }

  private static Verdict byOwnTypes(Routing.Dynamic dynamic, EventAccepted event) {
    if (dynamic.eventTypes().isEmpty()) {
      return Verdict.match(null, "the event brings its own address");
    }
    return EventTypePattern.firstMatch(dynamic.eventTypes(), event.eventType())
        .map(pattern -> Verdict.match(null, matchReason(event, pattern)))
        .orElseGet(() -> Verdict.noMatch(null, mismatchReason(event, dynamic.eventTypes())));
  }

  private static String matchReason(EventAccepted event, String pattern) {
    return "event type " + event.eventType() + " meets " + pattern;
  }

  private static String mismatchReason(EventAccepted event, List<String> patterns) {
    return "event type " + event.eventType() + " meets none of " + String.join(", ", patterns);
  }

  /**
   * What was decided for one subscription.
   *
   * @param subscriptionId absent for a dynamic event's own address
   * @param subscription absent for a dynamic event's own address, and when there is none
   */
  record Verdict(
      @Nullable SubscriptionId subscriptionId,
      @Nullable SubscriptionView subscription,
      boolean matched,
      String reason) {

    static Verdict match(@Nullable SubscriptionView subscription, String reason) {
      return of(subscription, true, reason);
    }

    static Verdict noMatch(@Nullable SubscriptionView subscription, String reason) {
      return of(subscription, false, reason);
    }

    private static Verdict of(
        @Nullable SubscriptionView subscription, boolean matched, String reason) {
      SubscriptionId id = subscription == null ? null : subscription.subscriptionId();
      return new Verdict(id, subscription, matched, reason);
    }

    /** Whether a match is kept without being sent. */
    boolean isDiscarded() {
      return matched && subscription != null && !subscription.enabled();
    }
  }
}
