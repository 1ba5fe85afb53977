package factory.integration.gateway.connection;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.connection.ConnectionView;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a test found, and the connection after it.
 *
 * @param credentialVersion which version of the credential was used; absent where there is none
 */
@Schema(name = "ConnectionTest")
record TestResource(
    boolean passed,
    String detail,
    long durationMillis,
    @Nullable Integer credentialVersion,
    ConnectionResource connection) {

  static TestResource of(ConnectionCheck check, ConnectionView view) {
    return new TestResource(
        check.passed(),
        check.detail(),
        check.durationMillis(),
        check.credentialVersion(),
        ConnectionResource.of(view));
  }
}
