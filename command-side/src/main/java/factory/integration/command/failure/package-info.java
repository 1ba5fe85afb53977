/** The integration failure: what was dead-lettered. */
@NullMarked
package factory.integration.command.failure;

import org.jspecify.annotations.NullMarked;
