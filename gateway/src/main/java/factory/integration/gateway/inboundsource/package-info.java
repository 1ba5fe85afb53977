/** The inbound sources of the management API. */
@NullMarked
package factory.integration.gateway.inboundsource;

import org.jspecify.annotations.NullMarked;
