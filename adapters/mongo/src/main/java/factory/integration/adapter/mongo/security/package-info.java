/** API keys and sealed secrets, safe on a majority of the servers before a call returns. */
@NullMarked
package factory.integration.adapter.mongo.security;

import org.jspecify.annotations.NullMarked;
