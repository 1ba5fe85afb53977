/** Dead-lettered work. */
@NullMarked
package factory.integration.query.failure;

import org.jspecify.annotations.NullMarked;
