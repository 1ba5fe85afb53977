/**
 * Runs of operations: what may be run, each attempt's calls, retries, and events that ask for them.
 */
@NullMarked
package factory.integration.saga.run;

import org.jspecify.annotations.NullMarked;
