/** Credentials at the time of a call: resolved to headers, and probed before a version is used. */
@NullMarked
package factory.integration.saga.credential;

import org.jspecify.annotations.NullMarked;
