/** The provider of an outside API. */
@NullMarked
package factory.integration.command.provider;

import org.jspecify.annotations.NullMarked;
