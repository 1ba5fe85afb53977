/** The vault: secrets encrypted with AES-256-GCM under a master key that the platform owns. */
@NullMarked
package factory.integration.adapter.vault;

import org.jspecify.annotations.NullMarked;
