/** Connections as they are now. */
@NullMarked
package factory.integration.query.connection;

import org.jspecify.annotations.NullMarked;
