/** Access tokens of OAuth 2: fetched once for all who wait, kept in memory while they last. */
@NullMarked
package factory.integration.saga.oauth;

import org.jspecify.annotations.NullMarked;
