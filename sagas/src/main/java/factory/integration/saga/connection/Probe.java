package factory.integration.saga.connection;

import factory.integration.api.connection.ConnectionCheck;
import factory.integration.api.delivery.FailureCategory;
import org.jspecify.annotations.Nullable;

/**
 * What a call of a provider's probe found.
 *
 * @param category of the fault; absent when it passed
 */
record Probe(ConnectionCheck check, @Nullable FailureCategory category) {

  static Probe passed(String detail, long durationMillis, @Nullable Integer credentialVersion) {
    return new Probe(new ConnectionCheck(true, detail, durationMillis, credentialVersion), null);
  }

  static Probe failed(
      FailureCategory category,
      String detail,
      long durationMillis,
      @Nullable Integer credentialVersion) {
    return new Probe(
        new ConnectionCheck(false, detail, durationMillis, credentialVersion), category);
  }
}
