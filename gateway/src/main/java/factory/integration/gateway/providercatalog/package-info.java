/** The providers that come with the platform, ready to be registered. */
@NullMarked
package factory.integration.gateway.providercatalog;

import org.jspecify.annotations.NullMarked;
