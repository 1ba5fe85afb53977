/** Connections to providers: commands, facts, queries and views. */
@NullMarked
package factory.integration.api.connection;

import org.jspecify.annotations.NullMarked;
