/** The vault for secrets in Azure Key Vault. */
@NullMarked
package factory.integration.adapter.keyvault;

import org.jspecify.annotations.NullMarked;
