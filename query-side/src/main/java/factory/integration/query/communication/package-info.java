/** What was said over HTTP in each attempt, secrets masked. */
@NullMarked
package factory.integration.query.communication;

import org.jspecify.annotations.NullMarked;
