/** The delivery engine: durable due work, lanes, limits and the calls themselves. */
@NullMarked
package factory.integration.saga.delivery;

import org.jspecify.annotations.NullMarked;
