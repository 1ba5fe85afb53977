/** Ports that reshape JSON and check its shape. */
@NullMarked
package factory.integration.api.mapping;

import org.jspecify.annotations.NullMarked;
