/** What a caller is told when a request fails: problem details of RFC 9457. */
@NullMarked
package factory.integration.gateway.problem;

import org.jspecify.annotations.NullMarked;
