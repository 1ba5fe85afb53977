/** Runs of operations on outside providers: commands, facts, queries and views. */
@NullMarked
package factory.integration.api.run;

import org.jspecify.annotations.NullMarked;
