/** What vendors are known for: how their calls prove themselves, and where events stand in them. */
@NullMarked
package factory.integration.gateway.verification;

import org.jspecify.annotations.NullMarked;
