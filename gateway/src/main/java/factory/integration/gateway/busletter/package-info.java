/** The messages on the bus that were refused: showing, redriving and dropping them. */
@NullMarked
package factory.integration.gateway.busletter;

import org.jspecify.annotations.NullMarked;
