/** Publishes to Azure Service Bus topics, or to the embedded broker that stands in for them. */
@NullMarked
package factory.integration.adapter.servicebus;

import org.jspecify.annotations.NullMarked;
