/** The broker inside the platform, for whoever has no Service Bus namespace. */
@NullMarked
package factory.integration.adapter.servicebus.embedded;

import org.jspecify.annotations.NullMarked;
