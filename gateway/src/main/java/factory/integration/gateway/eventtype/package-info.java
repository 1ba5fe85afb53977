/** The kinds of events that publishers and subscribers can name. */
@NullMarked
package factory.integration.gateway.eventtype;

import org.jspecify.annotations.NullMarked;
