package factory.integration.gateway.intake;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.messaging.Envelope;
import factory.integration.gateway.event.PublishField;

/** What must hold of a message before its event is looked at. */
final class MessageChecks {

  private MessageChecks() {}

  /**
   * @throws MessageRefused when the envelope lacks what identifies it, or the message says two
   *     event types
   */
  static void check(IncomingMessage message, MessageBody body) {
    if (body.isEnvelope()) {
      require(body, EnvelopeField.EVENT_ID);
      require(body, EnvelopeField.TENANT_ID);
    }
    String property = message.properties().get(Envelope.EVENT_TYPE_PROPERTY);
    String inside = body.request().text(PublishField.EVENT_TYPE);
    if (property != null && inside != null && !name(property).equals(name(inside))) {
      throw new MessageRefused(
          RefusalReason.EVENT_TYPE_MISMATCH,
          "%s says %s, the body's eventType says %s"
              .formatted(Envelope.EVENT_TYPE_PROPERTY, property, inside));
    }
  }

  private static void require(MessageBody body, EnvelopeField field) {
    String value = body.text(field);
    if (value == null || value.isEmpty()) {
      throw new MessageRefused(
          RefusalReason.ENVELOPE_INCOMPLETE, "the envelope has no " + field.label());
    }
  }

  private static String name(String nameOrAlias) {
    try {
      return EventCatalogue.resolve(nameOrAlias).value();
    } catch (IllegalArgumentException none) {
      return nameOrAlias;
    }
  }
}
