/** The credential, its versions and their rotation. */
@NullMarked
package factory.integration.command.credential;

import org.jspecify.annotations.NullMarked;
