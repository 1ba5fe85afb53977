package factory.integration.adapter.mongo.security;

import factory.integration.adapter.mongo.MongoFixture;
import factory.integration.api.vault.SecretStore;
import factory.integration.storage.contract.SecretStoreContract;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSecretStoreTests extends SecretStoreContract {

  @RegisterExtension private final MongoFixture mongo = new MongoFixture();
  private SecretStore store;

  @BeforeEach
  void open() {
    store = new MongoSecretStore(mongo.database());
  }

  @Override
  protected SecretStore secrets() {
    return store;
  }
}
