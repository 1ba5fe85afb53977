/** What happened to each delivery, attempt by attempt. */
@NullMarked
package factory.integration.query.integrationevent;

import org.jspecify.annotations.NullMarked;
