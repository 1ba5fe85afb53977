/** Carries what can't be derived from one storage engine to another. */
@NullMarked
package factory.integration.app.move;

import org.jspecify.annotations.NullMarked;
