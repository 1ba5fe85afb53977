/** Event streams between the store and a processor. */
@NullMarked
package factory.integration.saga.stream;

import org.jspecify.annotations.NullMarked;
