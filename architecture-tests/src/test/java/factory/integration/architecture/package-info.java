/** Rules over all modules. */
@NullMarked
package factory.integration.architecture;

import org.jspecify.annotations.NullMarked;
