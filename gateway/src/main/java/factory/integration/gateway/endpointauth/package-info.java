/** How the platform proves itself to an endpoint: forms in requests, rules, and their secrets. */
@NullMarked
package factory.integration.gateway.endpointauth;

import org.jspecify.annotations.NullMarked;
