/** The read model of attempts: what happened to each delivery, call by call. */
@NullMarked
package factory.integration.api.integrationevent;

import org.jspecify.annotations.NullMarked;
