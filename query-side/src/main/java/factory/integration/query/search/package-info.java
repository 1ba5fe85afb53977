/** The full-text index over published data, which the text filters of other features use. */
@NullMarked
package factory.integration.query.search;

import org.jspecify.annotations.NullMarked;
