/** Runs: asking for one, seeing what became of it, and deciding about it. */
@NullMarked
package factory.integration.gateway.run;

import org.jspecify.annotations.NullMarked;
