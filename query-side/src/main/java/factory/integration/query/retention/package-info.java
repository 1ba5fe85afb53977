/** What read models keep only for a time. */
@NullMarked
package factory.integration.query.retention;

import org.jspecify.annotations.NullMarked;
