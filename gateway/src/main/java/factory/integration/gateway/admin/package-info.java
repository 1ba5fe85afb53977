/** The platform's processors: how far they are, and rebuilding what they made. */
@NullMarked
package factory.integration.gateway.admin;

import org.jspecify.annotations.NullMarked;
