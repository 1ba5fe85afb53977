/**
 * What every request shares: its context, its limits, the rules for its values, and the way to the
 * buses.
 */
@NullMarked
package factory.integration.gateway.request;

import org.jspecify.annotations.NullMarked;
