/** The platform under test as a process of its own, its management API and its costs. */
@NullMarked
package factory.integration.benchmarks.platform;

import org.jspecify.annotations.NullMarked;
