/** Removal of what read models keep only for a time. */
@NullMarked
package factory.integration.adapter.sqlite.retention;

import org.jspecify.annotations.NullMarked;
