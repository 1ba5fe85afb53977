package factory.integration.adapter.sqlite.view;

import factory.integration.storage.contract.view.ReadModels;
import factory.integration.storage.contract.view.RegistryStoreContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteRegistryStoreTests extends RegistryStoreContract {

  @RegisterExtension private final ViewDatabase database = new ViewDatabase();

  @Override
  protected ReadModels readModels() {
    return database.readModels();
  }
}
