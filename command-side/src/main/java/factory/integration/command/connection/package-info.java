/** Connections to providers: tested, changed, watched and retired. */
@NullMarked
package factory.integration.command.connection;

import org.jspecify.annotations.NullMarked;
