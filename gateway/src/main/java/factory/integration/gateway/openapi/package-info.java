/** The description of the API that the platform serves about itself. */
@NullMarked
package factory.integration.gateway.openapi;

import org.jspecify.annotations.NullMarked;
