/** The data directory with its two files, and whether they work. */
@NullMarked
package factory.integration.adapter.sqlite.storage;

import org.jspecify.annotations.NullMarked;
