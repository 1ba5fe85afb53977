/** The runnable platform: where all modules meet. */
@NullMarked
package factory.integration.app;

import org.jspecify.annotations.NullMarked;
