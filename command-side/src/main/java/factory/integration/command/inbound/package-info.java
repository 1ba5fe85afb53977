/** The source of inbound webhooks and its life. */
@NullMarked
package factory.integration.command.inbound;

import org.jspecify.annotations.NullMarked;
