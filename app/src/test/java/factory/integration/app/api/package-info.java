/** What the platform promises, seen through its public API, with all its parts in this process. */
@NullMarked
package factory.integration.app.api;

import org.jspecify.annotations.NullMarked;
