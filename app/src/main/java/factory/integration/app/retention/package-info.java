/** When old entries of the read models are removed. */
@NullMarked
package factory.integration.app.retention;

import org.jspecify.annotations.NullMarked;
