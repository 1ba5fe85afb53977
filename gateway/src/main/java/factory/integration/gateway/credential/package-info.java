/** The credentials of the management API. */
@NullMarked
package factory.integration.gateway.credential;

import org.jspecify.annotations.NullMarked;
