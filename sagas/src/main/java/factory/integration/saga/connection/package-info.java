/** Established connections: which there are, whether they work, and how they are by now. */
@NullMarked
package factory.integration.saga.connection;

import org.jspecify.annotations.NullMarked;
