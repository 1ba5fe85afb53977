/** Whatever people register, as it is now: one store for the views of many kinds. */
@NullMarked
package factory.integration.query.registry;

import org.jspecify.annotations.NullMarked;
