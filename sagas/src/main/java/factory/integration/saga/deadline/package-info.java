/** Durable deadlines behind Axon's DeadlineManager. */
@NullMarked
package factory.integration.saga.deadline;

import org.jspecify.annotations.NullMarked;
