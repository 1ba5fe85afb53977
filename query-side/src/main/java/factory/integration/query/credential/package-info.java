/** Credentials as they are now. */
@NullMarked
package factory.integration.query.credential;

import org.jspecify.annotations.NullMarked;
