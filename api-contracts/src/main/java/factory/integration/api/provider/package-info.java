/** Providers of outside APIs: command, fact, queries and view. */
@NullMarked
package factory.integration.api.provider;

import org.jspecify.annotations.NullMarked;
