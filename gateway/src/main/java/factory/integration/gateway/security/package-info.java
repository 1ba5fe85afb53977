/** Who may do what: API keys, scopes and tenants. */
@NullMarked
package factory.integration.gateway.security;

import org.jspecify.annotations.NullMarked;
