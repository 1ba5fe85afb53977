/** What every storage engine must do: test classes that an engine's tests extend. */
@NullMarked
package factory.integration.storage.contract;

import org.jspecify.annotations.NullMarked;
