package factory.integration.api.connection;

import org.jspecify.annotations.Nullable;

/**
 * What a call of the provider's probe found.
 *
 * @param passed whether the provider answered as it should and took the credential
 * @param detail one sentence for people, without secrets
 * @param durationMillis how long it took; 0 when no call was made
 * @param credentialVersion which version of the credential was used; absent where there is none
 */
public record ConnectionCheck(
    boolean passed, String detail, long durationMillis, @Nullable Integer credentialVersion) {}
