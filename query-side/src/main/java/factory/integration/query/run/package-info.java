/** What became of runs, as their own events tell it. */
@NullMarked
package factory.integration.query.run;

import org.jspecify.annotations.NullMarked;
