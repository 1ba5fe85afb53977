/** Mappings in JSONata, stopped at their limits. */
@NullMarked
package factory.integration.adapter.jsonata;

import org.jspecify.annotations.NullMarked;
