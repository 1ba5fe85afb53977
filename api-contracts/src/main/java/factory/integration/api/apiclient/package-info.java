/** Versioned clients of providers' APIs: commands, facts, queries and view. */
@NullMarked
package factory.integration.api.apiclient;

import org.jspecify.annotations.NullMarked;
