/** Read models. */
@NullMarked
package factory.integration.query;

import org.jspecify.annotations.NullMarked;
