/** What event processors keep: their tokens, sagas and the events they could not handle. */
@NullMarked
package factory.integration.adapter.mongo.processing;

import org.jspecify.annotations.NullMarked;
