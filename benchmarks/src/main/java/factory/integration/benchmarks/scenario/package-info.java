/** What is measured: one class a scenario. */
@NullMarked
package factory.integration.benchmarks.scenario;

import org.jspecify.annotations.NullMarked;
