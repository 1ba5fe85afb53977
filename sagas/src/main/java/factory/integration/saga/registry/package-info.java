/** Providers, API clients and connections as they are at the moment of a call. */
@NullMarked
package factory.integration.saga.registry;

import org.jspecify.annotations.NullMarked;
