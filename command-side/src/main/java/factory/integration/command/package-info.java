/** Aggregates. */
@NullMarked
package factory.integration.command;

import org.jspecify.annotations.NullMarked;
