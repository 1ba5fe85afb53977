package factory.integration.gateway.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import factory.integration.api.sourceevent.EventId;
import factory.integration.gateway.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What became of one event of many: an id, or an error. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BatchItem(@Nullable EventId eventId, @Nullable Boolean duplicate, @Nullable Problem error) {

  static BatchItem accepted(EventId eventId, boolean duplicate) {
    return new BatchItem(eventId, duplicate, null);
  }

  static BatchItem failed(Problem error) {
    return new BatchItem(null, null, error);
  }
}
