/** Payloads of published facts that were too long for the bus. */
@NullMarked
package factory.integration.gateway.publication;

import org.jspecify.annotations.NullMarked;
