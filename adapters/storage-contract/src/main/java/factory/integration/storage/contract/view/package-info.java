/** What every engine's stores of the read models must do. */
@NullMarked
package factory.integration.storage.contract.view;

import org.jspecify.annotations.NullMarked;
