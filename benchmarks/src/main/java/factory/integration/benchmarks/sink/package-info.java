/** The endpoint: answers every delivery at once and notes when it came. */
@NullMarked
package factory.integration.benchmarks.sink;

import org.jspecify.annotations.NullMarked;
