package factory.integration.adapter.mongo.view;

import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.SubscriptionViewStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class MongoSubscriptionViewStoreTests extends SubscriptionViewStoreContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
