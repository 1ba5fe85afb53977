/** What is still to be done: due deliveries, deadlines, and the routing table they come from. */
@NullMarked
package factory.integration.adapter.mongo.work;

import org.jspecify.annotations.NullMarked;
