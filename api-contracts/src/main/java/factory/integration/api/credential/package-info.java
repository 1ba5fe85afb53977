/** Credentials for outside systems: versions, rotation, and how each is sent. */
@NullMarked
package factory.integration.api.credential;

import org.jspecify.annotations.NullMarked;
