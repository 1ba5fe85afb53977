/** The event store: events in commit order without gaps, and streams that wake with each commit. */
@NullMarked
package factory.integration.adapter.sqlite.event;

import org.jspecify.annotations.NullMarked;
