/** What is chosen for a connection, as it is sent and shown. */
@NullMarked
package factory.integration.gateway.connectionsettings;

import org.jspecify.annotations.NullMarked;
