/** Read models on SQLite: narrow rows, one number for key, order and cursor, FTS5 for words. */
@NullMarked
package factory.integration.adapter.sqlite.view;

import org.jspecify.annotations.NullMarked;
