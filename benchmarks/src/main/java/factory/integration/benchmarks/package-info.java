/** Measures the packaged platform from outside, as a client and an endpoint see it. */
@NullMarked
package factory.integration.benchmarks;

import org.jspecify.annotations.NullMarked;
