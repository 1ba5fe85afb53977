/** Names that all sagas and automations share. */
@NullMarked
package factory.integration.saga;

import org.jspecify.annotations.NullMarked;
