/** The generator: publishes events on schedule or as fast as answers come. */
@NullMarked
package factory.integration.benchmarks.load;

import org.jspecify.annotations.NullMarked;
