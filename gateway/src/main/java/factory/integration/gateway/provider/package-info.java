/** The providers of the management API. */
@NullMarked
package factory.integration.gateway.provider;

import org.jspecify.annotations.NullMarked;
