/** How to reach a bus, and how patiently. */
@NullMarked
package factory.integration.adapter.servicebus.connect;

import org.jspecify.annotations.NullMarked;
