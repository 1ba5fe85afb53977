/**
 * Read models on MongoDB: one document an event and an attempt, each query on an index it names.
 */
@NullMarked
package factory.integration.adapter.mongo.view;

import org.jspecify.annotations.NullMarked;
