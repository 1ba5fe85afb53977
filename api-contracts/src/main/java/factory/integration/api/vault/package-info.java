/** References to secrets and the vault that keeps them. */
@NullMarked
package factory.integration.api.vault;

import org.jspecify.annotations.NullMarked;
