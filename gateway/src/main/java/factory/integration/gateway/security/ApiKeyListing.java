package factory.integration.gateway.security;

import java.util.List;

/** Shows all that an {@link ApiKeyStore} keeps, for moving it to another one. */
public interface ApiKeyListing {

  /** Every key of every tenant. */
  List<ApiKey> findAll();
}
