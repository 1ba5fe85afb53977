/** Dead letters: what is tried no more. */
@NullMarked
package factory.integration.gateway.deadletter;

import org.jspecify.annotations.NullMarked;
