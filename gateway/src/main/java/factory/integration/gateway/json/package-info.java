/** Strict JSON: what is read from requests and how it is bound. */
@NullMarked
package factory.integration.gateway.json;

import org.jspecify.annotations.NullMarked;
