/** The webhook delivery: attempts, outcomes and when to try again. */
@NullMarked
package factory.integration.command.delivery;

import org.jspecify.annotations.NullMarked;
