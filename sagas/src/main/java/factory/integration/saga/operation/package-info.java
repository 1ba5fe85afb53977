/** Operations of API clients: the request that a call sends, and what its answer means. */
@NullMarked
package factory.integration.saga.operation;

import org.jspecify.annotations.NullMarked;
