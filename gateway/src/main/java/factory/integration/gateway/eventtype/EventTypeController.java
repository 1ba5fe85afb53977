package factory.integration.gateway.eventtype;

import factory.integration.api.catalogue.EventCatalogue;
import factory.integration.api.catalogue.EventTypeDescription;
import factory.integration.api.messaging.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
final class EventTypeController {

  /** All of them on one page: there are few. */
  @GetMapping("/v1/event-types")
  Page<EventTypeDescription> list() {
    return new Page<>(EventCatalogue.all(), null);
  }
}
