/** What was published, read from the events themselves. */
@NullMarked
package factory.integration.query.publication;

import org.jspecify.annotations.NullMarked;
