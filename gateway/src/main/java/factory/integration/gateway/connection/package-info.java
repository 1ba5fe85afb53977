/** Connections to providers: made, tested, changed and retired. */
@NullMarked
package factory.integration.gateway.connection;

import org.jspecify.annotations.NullMarked;
