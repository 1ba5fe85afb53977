/** Exports the spans of an event's way, where somebody asks for them. */
@NullMarked
package factory.integration.app.tracing;

import org.jspecify.annotations.NullMarked;
