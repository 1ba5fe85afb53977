/** The connection to MongoDB, and whether it works. */
@NullMarked
package factory.integration.adapter.mongo.storage;

import org.jspecify.annotations.NullMarked;
