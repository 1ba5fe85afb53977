/** What happened to events: attempts, deliveries, and ending them. */
@NullMarked
package factory.integration.gateway.integrationevent;

import org.jspecify.annotations.NullMarked;
