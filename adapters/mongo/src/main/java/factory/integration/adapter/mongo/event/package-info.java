/** The event store: documents of events at reserved positions, and streams that miss none. */
@NullMarked
package factory.integration.adapter.mongo.event;

import org.jspecify.annotations.NullMarked;
