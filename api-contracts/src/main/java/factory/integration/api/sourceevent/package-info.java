/** Events that publishers hand in: commands, facts, queries and views. */
@NullMarked
package factory.integration.api.sourceevent;

import org.jspecify.annotations.NullMarked;
