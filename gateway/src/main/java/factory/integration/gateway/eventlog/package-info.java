/** Reading the events log. */
@NullMarked
package factory.integration.gateway.eventlog;

import org.jspecify.annotations.NullMarked;
