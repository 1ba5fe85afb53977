/** The source event: accepted once, routed once. */
@NullMarked
package factory.integration.command.sourceevent;

import org.jspecify.annotations.NullMarked;
