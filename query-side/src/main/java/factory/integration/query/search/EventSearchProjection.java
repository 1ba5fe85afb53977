package factory.integration.query.search;

import factory.integration.api.messaging.ContextKeys;
import factory.integration.api.sourceevent.EventAccepted;
import factory.integration.query.ProcessingGroups;
import factory.integration.query.TimelineKey;
import java.time.Instant;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.ResetHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MetaDataValue;

/** Indexes published data, apart from other read models, so that it never slows them. */
@ProcessingGroup(ProcessingGroups.EVENT_SEARCH)
final class EventSearchProjection {

  private final SearchIndex index;

  EventSearchProjection(SearchIndex index) {
    this.index = index;
  }

  @EventHandler
  void on(
      EventAccepted event,
      @MetaDataValue(ContextKeys.TENANT_ID) String tenant,
      @Timestamp Instant at,
      TrackingToken token) {
    index.add(TimelineKey.of(at, token), tenant, Words.inJson(event.data()));
  }

  @ResetHandler
  void reset() {
    index.clear();
  }
}
