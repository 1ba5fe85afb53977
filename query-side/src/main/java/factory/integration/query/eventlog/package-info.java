/** The log of events that publishers handed in, repetitions included. */
@NullMarked
package factory.integration.query.eventlog;

import org.jspecify.annotations.NullMarked;
