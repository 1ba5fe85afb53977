package factory.integration.app.api;

import java.util.UUID;

/** The running platform, and its tenants. */
record Platform(int port) {

  static final String ADMIN_KEY = "api-test-admin-key";

  /** A tenant that has nothing yet, acting through the admin key. */
  Tenant tenant() {
    return new Tenant("t-" + UUID.randomUUID(), client(ADMIN_KEY));
  }

  /** A client that knows the key alone, which names the tenant. */
  ApiClient client(String key) {
    return new ApiClient(port, key, null);
  }
}
