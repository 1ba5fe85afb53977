/** From what was noted to figures and tables. */
@NullMarked
package factory.integration.benchmarks.report;

import org.jspecify.annotations.NullMarked;
