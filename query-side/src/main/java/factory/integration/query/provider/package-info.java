/** Providers as they are now. */
@NullMarked
package factory.integration.query.provider;

import org.jspecify.annotations.NullMarked;
