/** Inbound sources as they are now. */
@NullMarked
package factory.integration.query.inbound;

import org.jspecify.annotations.NullMarked;
