/** Publishing events, one or many. */
@NullMarked
package factory.integration.gateway.event;

import org.jspecify.annotations.NullMarked;
