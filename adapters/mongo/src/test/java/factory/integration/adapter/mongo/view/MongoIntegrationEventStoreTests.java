package factory.integration.adapter.mongo.view;

import factory.integration.storage.contract.view.IntegrationEventStoreContract;
import factory.integration.storage.contract.view.ReadModels;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoIntegrationEventStoreTests extends IntegrationEventStoreContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
