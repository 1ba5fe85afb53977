package factory.integration.gateway.admin;

import org.jspecify.annotations.Nullable;

/**
 * What came of handling parked events again.
 *
 * @param failed the event that failed again, with which the rest goes on waiting
 */
record RetriedEvents(boolean handled, @Nullable ParkedEvent failed) {}
