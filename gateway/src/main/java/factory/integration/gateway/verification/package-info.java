/** Whether a call came from whom it says: pure decisions over the bytes and headers received. */
@NullMarked
package factory.integration.gateway.verification;

import org.jspecify.annotations.NullMarked;
