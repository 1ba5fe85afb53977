/** What generator, sink and conductor speak with each other and with the platform. */
@NullMarked
package factory.integration.benchmarks.wire;

import org.jspecify.annotations.NullMarked;
