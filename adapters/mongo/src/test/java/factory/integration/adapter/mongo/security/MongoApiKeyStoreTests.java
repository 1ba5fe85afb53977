package factory.integration.adapter.mongo.security;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.gateway.security.ApiKeyStore;
import factory.integration.storage.contract.ApiKeyStoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoApiKeyStoreTests extends ApiKeyStoreContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private ApiKeyStore store;

  @BeforeEach
  void open() {
    store = new MongoApiKeyStore(mongo.database());
  }

  @Override
  protected ApiKeyStore keys() {
    return store;
  }
}
