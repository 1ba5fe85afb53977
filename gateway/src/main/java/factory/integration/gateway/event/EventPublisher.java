package factory.integration.gateway.event;

import factory.integration.api.sourceevent.PublishEvent;
import factory.integration.gateway.request.Messages;
import factory.integration.gateway.request.RequestContext;

/** Publishes one event and waits until it is kept. */
public final class EventPublisher {

  private final PublishTranslator translator;
  private final Messages messages;

  EventPublisher(PublishTranslator translator, Messages messages) {
    this.translator = translator;
    this.messages = messages;
  }

  /** Publishes what was read; refuses it when anything is wrong with it. */
  public Accepted publish(PublishRequest request, RequestContext context) {
    return publish(translator.toCommand(request, context.tenant()), context(request, context));
  }

  Accepted publish(PublishEvent command, RequestContext context) {
    boolean duplicate = messages.<Boolean>send(command, context);
    return new Accepted(command.eventId(), duplicate);
  }

  static RequestContext context(PublishRequest request, RequestContext context) {
    return context.within(
        request.text(PublishField.PROJECT_ID), request.text(PublishField.MODULE_ID));
  }
}
