/** Dead-lettered work: commands, facts, queries and views. */
@NullMarked
package factory.integration.api.failure;

import org.jspecify.annotations.NullMarked;
