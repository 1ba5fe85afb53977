/** The embedded storage engine: events in one SQLite file, everything else in a second one. */
@NullMarked
package factory.integration.adapter.sqlite;

import org.jspecify.annotations.NullMarked;
