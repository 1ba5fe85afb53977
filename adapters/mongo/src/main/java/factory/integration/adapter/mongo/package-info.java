/** The storage engine for several nodes: everything in one MongoDB database. */
@NullMarked
package factory.integration.adapter.mongo;

import org.jspecify.annotations.NullMarked;
