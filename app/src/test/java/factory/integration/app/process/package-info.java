/** The packaged platform as a process: killed, stopped and started again, and seen from outside. */
@NullMarked
package factory.integration.app.process;

import org.jspecify.annotations.NullMarked;
