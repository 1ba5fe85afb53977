/** Versions of API clients as they are now. */
@NullMarked
package factory.integration.query.apiclient;

import org.jspecify.annotations.NullMarked;
