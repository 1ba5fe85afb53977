/** The API clients of the management API. */
@NullMarked
package factory.integration.gateway.apiclient;

import org.jspecify.annotations.NullMarked;
