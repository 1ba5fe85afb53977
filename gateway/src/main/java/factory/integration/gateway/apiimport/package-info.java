/** API clients out of OpenAPI documents; nothing that a document refers to is fetched. */
@NullMarked
package factory.integration.gateway.apiimport;

import org.jspecify.annotations.NullMarked;
