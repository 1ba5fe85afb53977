/** The run: one operation on a provider, over all its attempts. */
@NullMarked
package factory.integration.command.run;

import org.jspecify.annotations.NullMarked;
