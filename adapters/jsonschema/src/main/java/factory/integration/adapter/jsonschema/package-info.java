/** Checks JSON against JSON Schemas that users wrote. */
@NullMarked
package factory.integration.adapter.jsonschema;

import org.jspecify.annotations.NullMarked;
