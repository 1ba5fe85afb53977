/** Reading what was published. */
@NullMarked
package factory.integration.api.publication;

import org.jspecify.annotations.NullMarked;
