package factory.integration.adapter.sqlite.event;

import java.util.List;
import org.axonframework.eventhandling.TrackedEventData;

/**
 * Consecutive events as they were read.
 *
 * @param lastPosition of the last event, or where the reading began when there is none
 */
record EventPage(List<TrackedEventData<byte[]>> events, long lastPosition) {}
