/** The webhook subscription and its life. */
@NullMarked
package factory.integration.command.subscription;

import org.jspecify.annotations.NullMarked;
