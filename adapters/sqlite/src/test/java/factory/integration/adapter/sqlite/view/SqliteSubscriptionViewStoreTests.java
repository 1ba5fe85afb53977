package factory.integration.adapter.sqlite.view;

import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.SubscriptionViewStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteSubscriptionViewStoreTests extends SubscriptionViewStoreContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
