package factory.integration.gateway.event;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.messaging.TenantId;
import factory.integration.api.messaging.UniqueIds;
import factory.integration.api.sourceevent.EventId;
import factory.integration.api.sourceevent.EventType;
import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.api.sourceevent.Routing;
import factory.integration.gateway.problem.FieldErrors;
import factory.integration.gateway.request.HeaderRules;
import factory.integration.gateway.request.Instants;
import factory.integration.gateway.request.TextRules;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes the command out of what a publisher sent, or refuses with all that is wrong. */
final class PublishTranslator {

  private static final int MAX_KEY = 256;

  private final RoutingTranslator routings;
  private final UniqueIds ids;
  private final InstantSource clock;

  PublishTranslator(RoutingTranslator routings, UniqueIds ids, InstantSource clock) {
    this.routings = routings;
    this.ids = ids;
    this.clock = clock;
  }

  PublishEvent toCommand(PublishRequest request, TenantId tenant) {
    request.refuseIfUnusable();
    FieldErrors errors = request.errors();
    EventType type = eventType(request, errors);
    checkTexts(request, errors);
    Instant occurredAt =
        Instants.parse("occurredAt", request.text(PublishField.OCCURRED_AT), errors);
    HeaderRules.check("customHeaders", request.customHeaders(), errors);
    Routing routing = routings.routing(request, tenant);
    errors.refuseIfAny();
    String key = request.text(PublishField.IDEMPOTENCY_KEY);
    return new PublishEvent(
        EventId.of(key == null ? ids.next() : UniqueIds.derivedFrom(tenant.value(), key)),
        Objects.requireNonNull(type),
        Objects.requireNonNull(request.text(PublishField.DATA)),
        Objects.requireNonNull(routing),
        request.customHeaders(),
        request.text(PublishField.ORDERING_KEY),
        key,
        occurredAt == null ? clock.instant() : occurredAt);
  }

  private static @Nullable EventType eventType(PublishRequest request, FieldErrors errors) {
    String text = request.text(PublishField.EVENT_TYPE);
    if (text != null) {
      return errors.attempt("eventType", () -> EventCatalogue.resolve(text));
    }
    errors.add("eventType", "is required, such as orderCreated");
    return null;
  }

  private static void checkTexts(PublishRequest request, FieldErrors errors) {
    if (!request.has(PublishField.DATA)) {
      errors.add("data", "is required: a JSON object");
    }
    check(request, PublishField.IDEMPOTENCY_KEY, MAX_KEY, errors);
    check(request, PublishField.ORDERING_KEY, MAX_KEY, errors);
    check(request, PublishField.OWNER_ID, TextRules.MAX_NAME, errors);
    check(request, PublishField.PROJECT_ID, TextRules.MAX_NAME, errors);
    check(request, PublishField.MODULE_ID, TextRules.MAX_NAME, errors);
  }

  private static void check(
      PublishRequest request, PublishField field, int max, FieldErrors errors) {
    TextRules.check(field.label(), request.text(field), max, errors);
  }
}
