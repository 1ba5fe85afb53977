/** What kinds of events there are, each with its JSON Schema: built-in ones and published facts. */
@NullMarked
package factory.integration.api.catalogue;

import org.jspecify.annotations.NullMarked;
